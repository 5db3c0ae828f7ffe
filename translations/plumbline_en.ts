<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::Exporting</name>
    <message numerus="yes">
        <source>%n row(s) are in %1.</source>
        <translation>
            <numerusform>%Ln row is in %1.</numerusform>
            <numerusform>%Ln rows are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are on the clipboard.</source>
        <translation>
            <numerusform>%Ln row is on the clipboard.</numerusform>
            <numerusform>%Ln rows are on the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Format</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportProgress</name>
    <message numerus="yes">
        <source>%1 of %2, %3 a second; %n second(s) left</source>
        <translation>
            <numerusform>%1 of %2, %3 a second; %Ln second left</numerusform>
            <numerusform>%1 of %2, %3 a second; %Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MovePopover</name>
    <message numerus="yes">
        <source>The gate asks for %n thing(s) more:</source>
        <translation>
            <numerusform>The gate asks for %Ln thing more:</numerusform>
            <numerusform>The gate asks for %Ln things more:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QuietDay</name>
    <message numerus="yes">
        <source>All %n open deal(s) were checked and no rule found anything to flag.</source>
        <translation>
            <numerusform>The one open deal was checked and no rule found anything to flag.</numerusform>
            <numerusform>All %Ln open deals were checked and no rule found anything to flag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them red.</source>
        <translation>
            <numerusform>%Ln of them red.</numerusform>
            <numerusform>%Ln of them red.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were snoozed or dismissed.</source>
        <translation>
            <numerusform>%Ln more was snoozed or dismissed.</numerusform>
            <numerusform>%Ln more were snoozed or dismissed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n open lead(s) in this scope and no open deal. No rule flags one of them on this day; deals come with an import.</source>
        <translation>
            <numerusform>There is %Ln open lead in this scope and no open deal. No rule flags it on this day; deals come with an import.</numerusform>
            <numerusform>There are %Ln open leads in this scope and no open deal. No rule flags one of them on this day; deals come with an import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n open deal(s) were checked and no flag is left open.</source>
        <translation>
            <numerusform>The one open deal was checked and no flag is left open.</numerusform>
            <numerusform>All %Ln open deals were checked and no flag is left open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in a stage that the playbook does not have, or in one that nobody told: what asks for a stage does not judge them.</source>
        <translation>
            <numerusform>%Ln of them in a stage that the playbook does not have, or in one that nobody told: what asks for a stage does not judge it.</numerusform>
            <numerusform>%Ln of them in a stage that the playbook does not have, or in one that nobody told: what asks for a stage does not judge them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n open deal(s) here, and little to judge them by: %1 of the rules go by talk, files, roles or payments, which are not recorded.</source>
        <translation>
            <numerusform>There is one open deal here, and little to judge it by: %1 of the rules go by talk, files, roles or payments, which are not recorded.</numerusform>
            <numerusform>There are %Ln open deals here, and little to judge them by: %1 of the rules go by talk, files, roles or payments, which are not recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StagePathModel</name>
    <message numerus="yes">
        <source>%n condition(s) of its gate unmet</source>
        <translation>
            <numerusform>%Ln condition of its gate unmet</numerusform>
            <numerusform>%Ln conditions of its gate unmet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n playbook version(s) cannot be read</source>
        <translation>
            <numerusform>%Ln playbook version cannot be read</numerusform>
            <numerusform>%Ln playbook versions cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made here</source>
        <translation>
            <numerusform>%Ln change made here</numerusform>
            <numerusform>%Ln changes made here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TaskPopover</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %Ln day</numerusform>
            <numerusform>In %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TodayHead</name>
    <message numerus="yes">
        <source>%n rule(s) cannot judge: no talk, files, roles or payments are recorded for them.</source>
        <translation>
            <numerusform>One rule cannot judge: no talk, files, roles or payments are recorded for it.</numerusform>
            <numerusform>%Ln rules cannot judge: no talk, files, roles or payments are recorded for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Talk, files and roles are not recorded here: no health is shown, and %n rule(s) stay silent.</source>
        <translation>
            <numerusform>Talk, files and roles are not recorded here: no health is shown, and one rule stays silent.</numerusform>
            <numerusform>Talk, files and roles are not recorded here: no health is shown, and %Ln rules stay silent.</numerusform>
        </translation>
    </message>
</context>
</TS>
