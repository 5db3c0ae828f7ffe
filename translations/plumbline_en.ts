<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::BattleMapView</name>
    <message numerus="yes">
        <source>%n deal(s) here</source>
        <translation>
            <numerusform>%Ln deal here</numerusform>
            <numerusform>%Ln deals here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoardActs</name>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoardColumn</name>
    <message numerus="yes">
        <source>%n deal(s), %1</source>
        <translation>
            <numerusform>%Ln deal, %1</numerusform>
            <numerusform>%Ln deals, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n card(s)</source>
        <translation>
            <numerusform>%1: %Ln card</numerusform>
            <numerusform>%1: %Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoardHead</name>
    <message numerus="yes">
        <source>%n more deal(s) are in a pipeline that the playbook does not know.</source>
        <translation>
            <numerusform>One more deal is in a pipeline that the playbook does not know.</numerusform>
            <numerusform>%Ln more deals are in pipelines that the playbook does not know.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoardPane</name>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%Ln open deal</numerusform>
            <numerusform>%Ln open deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkMovePopover</name>
    <message numerus="yes">
        <source>%n stand(s) there already.</source>
        <translation>
            <numerusform>One stands there already.</numerusform>
            <numerusform>%Ln stand there already.</numerusform>
        </translation>
    </message>
</context>
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
    <name>ui::FunnelPane</name>
    <message numerus="yes">
        <source>%n deal(s) of the period are in no stage: of their way only the beginning, and maybe the end, is known.</source>
        <translation>
            <numerusform>%Ln deal of the period is in no stage: of its way only the beginning, and maybe the end, is known.</numerusform>
            <numerusform>%Ln deals of the period are in no stage: of their way only the beginning, and maybe the end, is known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HandOverPopover</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %Ln day</numerusform>
            <numerusform>In %Ln days</numerusform>
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
    <name>ui::KanbanModel</name>
    <message numerus="yes">
        <source>−%n proven</source>
        <translation>
            <numerusform>−%Ln proven</numerusform>
            <numerusform>−%Ln proven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s), the gravest: %1</source>
        <translation>
            <numerusform>one flag: %1</numerusform>
            <numerusform>%Ln flags, the gravest: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MapActs</name>
    <message numerus="yes">
        <source>A task for each of %n deal(s)</source>
        <translation>
            <numerusform>A task for %Ln deal</numerusform>
            <numerusform>A task for each of %Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n deal(s)</source>
        <translation>
            <numerusform>Hand over %Ln deal</numerusform>
            <numerusform>Hand over %Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tasks for %n deal(s)</source>
        <translation>
            <numerusform>Task for %Ln deal</numerusform>
            <numerusform>Tasks for %Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) given to %1</source>
        <translation>
            <numerusform>%Ln task given to %1</numerusform>
            <numerusform>%Ln tasks given to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand-over of %n deal(s)</source>
        <translation>
            <numerusform>Hand-over of %Ln deal</numerusform>
            <numerusform>Hand-over of %Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) handed over to %1</source>
        <translation>
            <numerusform>%Ln deal handed over to %1</numerusform>
            <numerusform>%Ln deals handed over to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MapSide</name>
    <message numerus="yes">
        <source>%n deal(s) chosen</source>
        <translation>
            <numerusform>%Ln deal chosen</numerusform>
            <numerusform>%Ln deals chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%Ln open deal</numerusform>
            <numerusform>%Ln open deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) without an expected day</source>
        <translation>
            <numerusform>%Ln deal without an expected day</numerusform>
            <numerusform>%Ln deals without an expected day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MapWords</name>
    <message numerus="yes">
        <source>%1: %n deal(s), %2. %3.</source>
        <translation>
            <numerusform>%1: %Ln deal, %2. %3.</numerusform>
            <numerusform>%1: %Ln deals, %2. %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) without an expected day.</source>
        <translation>
            <numerusform>%Ln deal without an expected day.</numerusform>
            <numerusform>%Ln deals without an expected day.</numerusform>
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
    <name>ui::PlayBar</name>
    <message numerus="yes">
        <source>%n week(s) a second</source>
        <translation>
            <numerusform>%Ln week a second</numerusform>
            <numerusform>%Ln weeks a second</numerusform>
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
