<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>--%1 takes one of: %2</source>
        <translation>--%1 的取值为：%2</translation>
    </message>
    <message>
        <source>--size takes a width and a height like 1280x800</source>
        <translation>--size 需要宽和高，例如 1280x800</translation>
    </message>
    <message>
        <source>--as-of takes a day like 2026-03-01</source>
        <translation>--as-of 需要日期，例如 2026-03-01</translation>
    </message>
    <message>
        <source>The sales manager&apos;s workbench over a local file.</source>
        <translation>基于本地文件的销售主管工作台。</translation>
    </message>
    <message>
        <source>The workspace file to open.</source>
        <translation>要打开的工作区文件。</translation>
    </message>
    <message>
        <source>Paint the window into a picture file and end.</source>
        <translation>把窗口画成图片文件后退出。</translation>
    </message>
    <message>
        <source>en or zh_CN, for this run.</source>
        <translation>本次运行的语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>light or dark, for this run.</source>
        <translation>本次运行的主题：light 或 dark。</translation>
    </message>
    <message>
        <source>The size of the window, like 1280x800.</source>
        <translation>窗口大小，例如 1280x800。</translation>
    </message>
    <message>
        <source>The day to show, like 2026-03-01.</source>
        <translation>要显示的日期，例如 2026-03-01。</translation>
    </message>
    <message>
        <source>one workspace at a time</source>
        <translation>一次只能打开一个工作区</translation>
    </message>
    <message>
        <source>today, deal, funnel or map: the page to begin with.</source>
        <translation>today、deal、funnel 或 map：打开时显示的页面。</translation>
    </message>
    <message>
        <source>The address of a view to begin with, like plumbline:funnel?period=quarter.</source>
        <translation>打开时显示的视图地址，例如 plumbline:funnel?period=quarter。</translation>
    </message>
</context>
<context>
    <name>BreakCells</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Those who have not had the time yet are shared out as the others went; 95 % interval in brackets.</source>
        <translation>时间未到的按其他的走向分摊；括号内为 95% 区间。</translation>
    </message>
    <message>
        <source>%1: %2 (%3 to %4)</source>
        <translation>%1：%2（%3 到 %4）</translation>
    </message>
    <message>
        <source>Within %1, for as long as anybody was watched</source>
        <translation>%1内（目前最长的观察时间）</translation>
    </message>
    <message>
        <source>Within %1</source>
        <translation>%1内</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Reckoned to the end</source>
        <translation>推算到最终</translation>
    </message>
    <message>
        <source>From lead to deal</source>
        <translation>线索 → 商机</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>From deal to signature</source>
        <translation>商机 → 签约</translation>
    </message>
    <message>
        <source>Signed in the end</source>
        <translation>最终签约</translation>
    </message>
    <message>
        <source>From signature to the next purchase</source>
        <translation>签约 → 复购</translation>
    </message>
    <message>
        <source>Leads that came in</source>
        <translation>新线索</translation>
    </message>
    <message>
        <source>Touched</source>
        <translation>已触达</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>有效沟通</translation>
    </message>
    <message>
        <source>Read, no reply</source>
        <translation>已读不回</translation>
    </message>
    <message>
        <source>No reply, not known to be read</source>
        <translation>未回复，是否已读未知</translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation>未触达</translation>
    </message>
    <message>
        <source>Became deals</source>
        <translation>转为商机</translation>
    </message>
    <message>
        <source>Deals created</source>
        <translation>新建商机</translation>
    </message>
    <message>
        <source>Signed, as somebody says</source>
        <translation>自报已签约</translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Customers who bought</source>
        <translation>成交客户</translation>
    </message>
    <message>
        <source>Opened a new deal</source>
        <translation>有新商机</translation>
    </message>
    <message>
        <source>Bought again</source>
        <translation>再次成交</translation>
    </message>
    <message>
        <source>Leads that came in in the period</source>
        <translation>此期间进入的线索</translation>
    </message>
    <message>
        <source>Leads whose customer we wrote to, called or went to since, or that became deals</source>
        <translation>之后我方发过消息、打过电话或拜访过其客户，或已转为商机的线索</translation>
    </message>
    <message>
        <source>Touched, and the customer came back to us, or something concrete was said, or a deal was made of it</source>
        <translation>已触达，且客户有回应、谈到了具体内容，或已转为商机</translation>
    </message>
    <message>
        <source>Touched, and the customer has read our message and not answered</source>
        <translation>已触达，客户读了消息但没有回复</translation>
    </message>
    <message>
        <source>Touched without an answer, and nobody knows whether it was read</source>
        <translation>已触达但没有回复，也不知道是否已读</translation>
    </message>
    <message>
        <source>Leads that nobody has done anything about</source>
        <translation>没有人跟进过的线索</translation>
    </message>
    <message>
        <source>Leads that a deal names, or whose customer has had a deal opened since</source>
        <translation>有商机引用，或其客户之后新建了商机的线索</translation>
    </message>
    <message>
        <source>Deals created in the period</source>
        <translation>此期间新建的商机</translation>
    </message>
    <message>
        <source>Deals won in the period, or moved to where a deal stands signed, and not lost since</source>
        <translation>此期间赢单，或进入已签约阶段，且之后没有丢单的商机</translation>
    </message>
    <message>
        <source>Of the signed ones, those whose proofs end before the signature</source>
        <translation>已签约中，证据还没有走到签约的</translation>
    </message>
    <message>
        <source>Customers with a deal won in the period; counted from the first</source>
        <translation>此期间有赢单的客户；从第一单算起</translation>
    </message>
    <message>
        <source>Of these, with a new deal within the playbook&apos;s time</source>
        <translation>其中在打法规定时间内有新商机的</translation>
    </message>
    <message>
        <source>Of these, with another deal won within the playbook&apos;s time</source>
        <translation>其中在打法规定时间内再次赢单的</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>From %1:00 to %2:00</source>
        <translation>%1:00 到 %2:00</translation>
    </message>
    <message>
        <source>%1 of the stage changes in bounces, %2 of all others (chance %3)</source>
        <translation>占反复横跳阶段变更的 %1，其余变更中占 %2（偶然概率 %3）</translation>
    </message>
    <message>
        <source>Customers of “%1”: %2</source>
        <translation>“%1”客户：%2</translation>
    </message>
    <message>
        <source>%1, %2:00 to %3:00: %4</source>
        <translation>%1 %2:00–%3:00：%4</translation>
    </message>
    <message>
        <source>No hour of the week and no kind of customer bounces more than by chance.</source>
        <translation>没有哪个时段、哪类客户的反复横跳超出偶然。</translation>
    </message>
</context>
<context>
    <name>Chance</name>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>Deals leave %1 and %2 times as fast as both together (log-rank test)</source>
        <translation>商机离开的速度分别是两者合计的 %1 倍和 %2 倍（对数秩检验）</translation>
    </message>
    <message>
        <source>%1 against %2 within %3, for which both were watched</source>
        <translation>%3内 %1 对 %2（两边都已观察满这段时间）</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>95 % interval of the difference: %1 to %2</source>
        <translation>差异的 95% 区间：%1 到 %2</translation>
    </message>
    <message>
        <source>More than chance: %1, corrected for all that is compared here</source>
        <translation>超出偶然：概率 %1，已按此处全部比较次数校正</translation>
    </message>
    <message>
        <source>May be chance: %1, corrected for all that is compared here</source>
        <translation>可能只是偶然：概率 %1，已按此处全部比较次数校正</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>数据更新时间 %1</translation>
    </message>
    <message>
        <source>last manual correction %1</source>
        <translation>最后人工修正记录 %1</translation>
    </message>
    <message>
        <source>no manual correction</source>
        <translation>没有人工修正记录</translation>
    </message>
    <message>
        <source>playbook version %1</source>
        <translation>打法版本 %1</translation>
    </message>
</context>
<context>
    <name>DealFigures</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康分</translation>
    </message>
    <message>
        <source>Expected to close in</source>
        <translation>预计成交还需</translation>
    </message>
    <message>
        <source>From the playbook: the history is too thin</source>
        <translation>取自打法：历史样本太少</translation>
    </message>
    <message>
        <source>From the history of won deals</source>
        <translation>取自赢单历史</translation>
    </message>
    <message>
        <source>rep says %1</source>
        <translation>销售填报 %1</translation>
    </message>
    <message>
        <source>Claimed stage</source>
        <translation>自报阶段</translation>
    </message>
    <message>
        <source>%1 in this stage</source>
        <translation>本阶段已停留 %1</translation>
    </message>
    <message>
        <source>proven: %1</source>
        <translation>已验证：%1</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>
The sum of its terms is %1.</source>
        <translation>
各项合计为 %1。</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Nobody records here what the health is made of.</source>
        <translation>这里没有人记录健康分所依据的内容。</translation>
    </message>
    <message>
        <source>No won deal was in this stage for so long: as long again as it has been there</source>
        <translation>没有赢单在这一阶段停留过这么久：按已停留的时间再计一次</translation>
    </message>
    <message>
        <source>rep said %1, which has passed</source>
        <translation>销售填报 %1，已过期</translation>
    </message>
    <message>
        <source>not in the playbook</source>
        <translation>打法中没有</translation>
    </message>
    <message>
        <source>Not known</source>
        <comment>stage</comment>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>DealLines</name>
    <message>
        <source>Record %1</source>
        <translation>记录 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count and weight of a term</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>No records</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>尚无对应联系人</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>does not count in the health score</source>
        <translation>不计入健康分</translation>
    </message>
    <message>
        <source>Taken %1, recorded %2</source>
        <translation>发生于 %1，补录于 %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>The gate is open: everything this stage asks is there</source>
        <translation>准入条件已满足：本阶段要求的内容都已具备</translation>
    </message>
    <message>
        <source>What the gate still asks</source>
        <translation>准入条件仍缺</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Nobody records talk together with roles or files here, so the health would say nothing</source>
        <translation>这里没有沟通记录，或既没有决策角色也没有文件，健康分无从谈起</translation>
    </message>
    <message>
        <source>The sum is %1; the playbook shows it cut to 0–100</source>
        <translation>各项合计为 %1；打法规定只显示 0–100</translation>
    </message>
</context>
<context>
    <name>FunnelCells</name>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>Went on</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>仍在</translation>
    </message>
    <message>
        <source>Open money</source>
        <translation>在途金额</translation>
    </message>
    <message>
        <source>The amounts of the deals that are still here</source>
        <translation>仍在本阶段的商机金额</translation>
    </message>
    <message>
        <source>To next</source>
        <translation>到下一阶段</translation>
    </message>
    <message>
        <source>Share of those that entered that goes on in the end. Of a deal that is still open it is shared out as those before it went; lost deals count.</source>
        <translation>进入的商机中最终前进的占比。尚未关闭的商机按之前商机的走向分摊；丢单计入分母。</translation>
    </message>
    <message>
        <source>To win</source>
        <translation>到赢单</translation>
    </message>
    <message>
        <source>Share of those that entered that is won in the end, reckoned likewise</source>
        <translation>进入的商机中最终赢单的占比，算法相同</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Half of the deals have left after so many days; open ones count for the time they have been here</source>
        <translation>一半商机在这么多天后离开；未关闭的按已停留时间计入</translation>
    </message>
    <message>
        <source>80 %</source>
        <translation>80%</translation>
    </message>
    <message>
        <source>Four of five have left after so many days</source>
        <translation>五分之四的商机在这么多天后离开</translation>
    </message>
    <message>
        <source>Overrun</source>
        <translation>停留超时</translation>
    </message>
    <message>
        <source>No fields</source>
        <translation>缺字段</translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation>缺证据</translation>
    </message>
    <message>
        <source>%1 of %2 deals</source>
        <translation>%2 个商机中的 %1 个</translation>
    </message>
    <message>
        <source>So far %1</source>
        <translation>目前为止：%1</translation>
    </message>
    <message>
        <source>Opens the curve of how long deals stay</source>
        <translation>打开停留时长曲线</translation>
    </message>
    <message>
        <source>Too few have left to say; opens the curve of how long deals stay</source>
        <translation>离开的太少，还说不准；打开停留时长曲线</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>自报</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Entered the stage</source>
        <translation>进入本阶段</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Lost from here</source>
        <translation>在此丢单</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>仍在本阶段</translation>
    </message>
    <message>
        <source>In a stage that the playbook does not know</source>
        <translation>在打法之外的阶段</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Longer here than the limit</source>
        <translation>停留超过时限</translation>
    </message>
    <message>
        <source>Without a field</source>
        <translation>缺少字段</translation>
    </message>
    <message>
        <source>Without evidence</source>
        <translation>缺少证据</translation>
    </message>
    <message>
        <source>Still here, over the limit</source>
        <translation>仍在本阶段，已超时</translation>
    </message>
    <message>
        <source>Still here, with something missing</source>
        <translation>仍在本阶段，缺少内容</translation>
    </message>
    <message>
        <source>Stuck here</source>
        <translation>卡在本阶段</translation>
    </message>
    <message>
        <source>In no stage</source>
        <translation>不在任何阶段</translation>
    </message>
    <message>
        <source>Deals that came into the stage for the first time in the period</source>
        <translation>在此期间首次进入本阶段的商机</translation>
    </message>
    <message>
        <source>Of these, further on by now, or won</source>
        <translation>其中现已前进到后面阶段，或已赢单</translation>
    </message>
    <message>
        <source>Of these, now in a stage before it</source>
        <translation>其中现已退回前面阶段</translation>
    </message>
    <message>
        <source>Of these, lost while they were here</source>
        <translation>其中在本阶段丢单</translation>
    </message>
    <message>
        <source>Of these, open and still here</source>
        <translation>其中未关闭且仍在本阶段</translation>
    </message>
    <message>
        <source>Of these, open in a stage that the playbook does not know</source>
        <translation>其中未关闭，但在打法之外的阶段</translation>
    </message>
    <message>
        <source>Of these, won by now</source>
        <translation>其中现已赢单</translation>
    </message>
    <message>
        <source>Of these, longer here than the stage&apos;s own limit, all visits together</source>
        <translation>其中在本阶段累计停留超过阶段时限</translation>
    </message>
    <message>
        <source>Of these, without one or more of the fields that the stage asks for</source>
        <translation>其中缺少本阶段要求的字段</translation>
    </message>
    <message>
        <source>Of these, without accepted evidence that the stage asks for</source>
        <translation>其中缺少本阶段要求的、已通过的证据</translation>
    </message>
    <message>
        <source>Open deals that have been here longer than the stage&apos;s limit</source>
        <translation>在本阶段停留超过时限的未关闭商机</translation>
    </message>
    <message>
        <source>Open deals here without a field or evidence that the stage asks for</source>
        <translation>缺少本阶段要求的字段或证据的未关闭商机</translation>
    </message>
    <message>
        <source>Open deals that are over the stage&apos;s limit here, or without a field or evidence that it asks for</source>
        <translation>在本阶段已超时，或缺少所要求字段或证据的未关闭商机</translation>
    </message>
    <message>
        <source>Deals of the period of which nobody told a stage that the playbook knows</source>
        <translation>此期间没有人报过打法内阶段的商机</translation>
    </message>
</context>
<context>
    <name>Opened</name>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Claimed stage</source>
        <translation>自报阶段</translation>
    </message>
    <message>
        <source>In it for</source>
        <translation>已停留</translation>
    </message>
    <message>
        <source>Won deals that were in it</source>
        <translation>经过该阶段的赢单</translation>
    </message>
    <message>
        <source>Too few: the playbook&apos;s number</source>
        <translation>样本太少，采用打法的数字</translation>
    </message>
    <message>
        <source>The rep&apos;s own date</source>
        <translation>销售填报日期</translation>
    </message>
    <message>
        <source>Proven stage</source>
        <translation>已验证阶段</translation>
    </message>
    <message>
        <source>Limit of the stage</source>
        <translation>阶段时限</translation>
    </message>
    <message>
        <source>Playbook version %1 · data as of %2</source>
        <translation>打法版本 %1 · 数据截至 %2</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>进行中商机</translation>
    </message>
    <message>
        <source>Red deals</source>
        <translation>红色商机</translation>
    </message>
    <message>
        <source>Deals put aside</source>
        <translation>已搁置商机</translation>
    </message>
    <message>
        <source>Deals of the chosen people that are neither won nor lost, flagged or not.</source>
        <translation>所选人员名下未赢单也未输单的商机，不论是否有预警。</translation>
    </message>
    <message>
        <source>Open deals whose health is below the red line of the playbook.</source>
        <translation>健康分低于打法红线的进行中商机。</translation>
    </message>
    <message>
        <source>Flagged deals whose flags are all snoozed, dismissed or resolved by hand.</source>
        <translation>预警都已稍后提醒、忽略或手动解决的商机。</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>包括</translation>
    </message>
    <message>
        <source>The first %1 of</source>
        <translation>前 %1 个，共</translation>
    </message>
    <message>
        <source>Records that it rests on</source>
        <translation>依据的记录</translation>
    </message>
    <message>
        <source>Flagged deals</source>
        <translation>有预警的商机</translation>
    </message>
    <message>
        <source>Deals with a flag that is open or acknowledged. The most pressing are listed, as many as the playbook&apos;s focus budget has room for; the rest is below the line.</source>
        <translation>预警未处理或已知悉的商机。列表按打法设定的关注名额列出最紧迫的，其余在线下。</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>已列出</translation>
    </message>
    <message>
        <source>Below the line</source>
        <translation>线下</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>None was in it so long: as long again</source>
        <translation>没有赢单停留这么久：按再停留同样时间计</translation>
    </message>
    <message>
        <source>In the stage “%1”</source>
        <translation>阶段“%1”停留</translation>
    </message>
    <message>
        <source>All the days that the deal was in this stage, also where it came back to it.</source>
        <translation>商机处于该阶段的总天数，退回后再次进入的也计算在内。</translation>
    </message>
    <message>
        <source>Entered last</source>
        <translation>最近一次进入</translation>
    </message>
    <message>
        <source>Over the limit by</source>
        <translation>超出时限</translation>
    </message>
</context>
<context>
    <name>ProcessCells</name>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>Of so few deals it says little.</source>
        <translation>商机太少，说明不了什么。</translation>
    </message>
    <message>
        <source>Fewer than half have left, so it is not known yet</source>
        <translation>离开的不到一半，还不知道</translation>
    </message>
    <message>
        <source>Half of the deals have left after %1 days; the limit is %2 days</source>
        <translation>一半商机在 %1 天后离开；时限 %2 天</translation>
    </message>
    <message>
        <source>%1 of %2 deals</source>
        <translation>%2 个商机中的 %1 个</translation>
    </message>
    <message>
        <source>Overrun</source>
        <translation>停留超时</translation>
    </message>
    <message>
        <source>Share of all stages entered in which deals were longer than the limit</source>
        <translation>所有进入阶段的次数中停留超时的占比</translation>
    </message>
    <message>
        <source>Fields missing</source>
        <translation>字段缺失</translation>
    </message>
    <message>
        <source>Share of the fields that the stages ask for</source>
        <translation>占各阶段要求字段的比例</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>证据缺失</translation>
    </message>
    <message>
        <source>Share of the evidence that the stages ask for</source>
        <translation>占各阶段要求证据的比例</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>卡点</translation>
    </message>
    <message>
        <source>Share of the open deals that are over the limit or miss something</source>
        <translation>未关闭商机中已超时或缺少内容的占比</translation>
    </message>
    <message>
        <source>Cycle, days</source>
        <translation>周期（天）</translation>
    </message>
    <message>
        <source>Mean time from the creation of a deal to the win</source>
        <translation>从创建到赢单的平均时间</translation>
    </message>
    <message>
        <source>Days in the stage</source>
        <translation>阶段停留天数</translation>
    </message>
    <message>
        <source>Open deals that stick</source>
        <translation>卡住的商机</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>停留超时</translation>
    </message>
    <message>
        <source>With something missing</source>
        <translation>缺少内容</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Without one</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Alias</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>no deal is flagged on that day, so there is none to show</source>
        <translation>当天没有预警商机，无可显示</translation>
    </message>
    <message>
        <source>the picture %1 cannot be written</source>
        <translation>图片 %1 无法写入</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>no amount</source>
        <translation>无金额</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>%1 from the customer</source>
        <translation>客户发起：%1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, internal</source>
        <translation>%1（内部）</translation>
    </message>
    <message>
        <source>%1: nobody any more</source>
        <translation>%1：已无人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>已清空 %1</translation>
    </message>
    <message>
        <source>No next step any more</source>
        <translation>下一步已清空</translation>
    </message>
    <message>
        <source>Next step, due %1</source>
        <translation>下一步，截止 %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Deal created</source>
        <translation>创建商机</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <translation>阶段变更为 %1</translation>
    </message>
    <message>
        <source>Amount set to %1</source>
        <translation>金额改为 %1</translation>
    </message>
    <message>
        <source>Expected close: %1</source>
        <translation>预计成交日期：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>负责人：%1</translation>
    </message>
    <message>
        <source>Forecast category: %1</source>
        <translation>预测分类：%1</translation>
    </message>
    <message>
        <source>Ticked: %1</source>
        <translation>已勾选：%1</translation>
    </message>
    <message>
        <source>Unticked: %1</source>
        <translation>取消勾选：%1</translation>
    </message>
    <message>
        <source>Won at %1</source>
        <translation>赢单 %1</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>timeline</comment>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>timeline</comment>
        <translation>输单</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Payment of %1 received</source>
        <translation>收到回款 %1</translation>
    </message>
    <message>
        <source>Gate of %1 overridden</source>
        <translation>强制通过 %1 的准入条件</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>新增文件</translation>
    </message>
    <message>
        <source>File added: %1</source>
        <translation>新增文件：%1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Flag “%1”: %2</source>
        <translation>预警“%1”：%2</translation>
    </message>
    <message>
        <source>Task: %1 (%2)</source>
        <translation>任务：%1（%2）</translation>
    </message>
    <message>
        <source>Stage not known from here on</source>
        <translation>此后阶段未知</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Ask the rep</source>
        <translation>询问销售</translation>
    </message>
    <message>
        <source>Assign a task</source>
        <translation>指派任务</translation>
    </message>
    <message>
        <source>Hand over to the senior team</source>
        <translation>移交资深小组</translation>
    </message>
    <message>
        <source>Step in today</source>
        <translation>今天介入</translation>
    </message>
    <message>
        <source>Have material sent</source>
        <translation>安排发送资料</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Confirm the close date</source>
        <translation>核实成交日期</translation>
    </message>
    <message>
        <source>Verify the stage</source>
        <translation>核实阶段</translation>
    </message>
    <message>
        <source>Collect the payment</source>
        <translation>催收回款</translation>
    </message>
    <message>
        <source>Prepare the renewal</source>
        <translation>准备续约</translation>
    </message>
    <message>
        <source>Prepare the bid</source>
        <translation>准备投标</translation>
    </message>
    <message>
        <source>Wake the lead</source>
        <translation>激活线索</translation>
    </message>
    <message>
        <source>Arrange coaching</source>
        <translation>安排辅导</translation>
    </message>
    <message>
        <source>Decision chain</source>
        <translation>决策链</translation>
    </message>
    <message>
        <source>Key evidence</source>
        <translation>关键证据</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>必填字段</translation>
    </message>
    <message>
        <source>Evidence of the stage</source>
        <translation>阶段证据</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>Customer feedback</source>
        <translation>客户反馈</translation>
    </message>
    <message>
        <source>Product material</source>
        <translation>产品资料</translation>
    </message>
    <message>
        <source>Healthy, close</source>
        <translation>健康 · 临近成交</translation>
    </message>
    <message>
        <source>At risk, close</source>
        <translation>有风险 · 临近成交</translation>
    </message>
    <message>
        <source>Healthy, far</source>
        <translation>健康 · 周期尚长</translation>
    </message>
    <message>
        <source>At risk, far</source>
        <translation>有风险 · 周期尚长</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已采信</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>File sent</source>
        <translation>发送文件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Page viewed by the customer</source>
        <translation>浏览页面</translation>
    </message>
    <message>
        <source>Tender published by the customer</source>
        <translation>发布招标</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Question to the rep</source>
        <translation>向销售提问</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Coaching</source>
        <translation>辅导</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>task</comment>
        <translation>待办</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>task</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>task</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <comment>forecast category</comment>
        <translation>储备</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>争取</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>flag</comment>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>deal</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>输单</translation>
    </message>
    <message>
        <source>The rep follows alone</source>
        <translation>销售自行跟进</translation>
    </message>
    <message>
        <source>The manager steps in today</source>
        <translation>主管今天介入</translation>
    </message>
    <message>
        <source>Nurture</source>
        <translation>持续培育</translation>
    </message>
    <message>
        <source>Hand over to the senior task force</source>
        <translation>移交资深攻坚组</translation>
    </message>
    <message>
        <source>Roles filled</source>
        <translation>已覆盖角色</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>关键文件</translation>
    </message>
    <message>
        <source>Customer inquiries</source>
        <translation>客户主动询问</translation>
    </message>
    <message>
        <source>Days without update</source>
        <translation>未更新天数</translation>
    </message>
    <message>
        <source>same industry</source>
        <translation>同行业</translation>
    </message>
    <message>
        <source>same size</source>
        <translation>同规模</translation>
    </message>
    <message>
        <source>similar amount</source>
        <translation>金额相近</translation>
    </message>
    <message>
        <source>“%1” is not filled in</source>
        <translation>“%1”未填写</translation>
    </message>
    <message>
        <source>“%1” has to be: %2</source>
        <translation>“%1”须为：%2</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Not ticked: %1</source>
        <translation>未勾选：%1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 accepted</source>
        <translation>%1：已采信 %2 / %3</translation>
    </message>
    <message>
        <source>Nobody is known as %1</source>
        <translation>尚未找到%1</translation>
    </message>
    <message>
        <source>The waiting time of the stage is not over</source>
        <translation>本阶段的等待时间未到</translation>
    </message>
    <message>
        <source>Have the file added and accept it</source>
        <translation>补充文件并采信</translation>
    </message>
    <message>
        <source>Ask the rep for the contact</source>
        <translation>向销售索要联系人</translation>
    </message>
    <message>
        <source>Wait, or override with a reason</source>
        <translation>等待，或说明理由强制通过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Please provide: %1</source>
        <translation>请补充：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Lead %1</source>
        <translation>线索 %1</translation>
    </message>
    <message>
        <source>lead, %1 old · %2</source>
        <comment>how long ago it came in, and where from</comment>
        <translation>线索 · 进入已 %1 · %2</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>预计成交日期</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Channel of the first contact</source>
        <translation>首次接触渠道</translation>
    </message>
    <message>
        <source>Fill it in where the records come from, and import again</source>
        <translation>请在数据来源处补上，再重新导入</translation>
    </message>
    <message>
        <source>Fill in the field on the deal&apos;s page</source>
        <translation>在商机页补填该字段</translation>
    </message>
    <message>
        <source>Bring the field on the deal&apos;s page to it</source>
        <translation>在商机页把该字段改为所需的值</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>稍后提醒至 %1</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>已询问 %1</translation>
    </message>
    <message>
        <source>Task given to %1</source>
        <translation>任务已指派给 %1</translation>
    </message>
    <message>
        <source>Asked %1, until %2</source>
        <translation>已询问 %1，%2前回复</translation>
    </message>
    <message>
        <source>Task given to %1, until %2</source>
        <translation>任务已指派给 %1，%2前完成</translation>
    </message>
    <message>
        <source>got to this stage</source>
        <translation>到过这一阶段</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>things of which one would do</comment>
        <translation>%1或%2</translation>
    </message>
    <message>
        <source>stuck at the same stage</source>
        <translation>卡在同一阶段</translation>
    </message>
</context>
<context>
    <name>ui::Action</name>
    <message>
        <source>Try with sample data…</source>
        <translation>用示例数据试用…</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Earlier imports…</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>Close the workspace</source>
        <translation>关闭工作区</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Search deals, customers, people</source>
        <translation>搜索商机、客户、人员</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>收起侧栏</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换中文与英文</translation>
    </message>
    <message>
        <source>Choose whose deals…</source>
        <translation>选择范围…</translation>
    </message>
    <message>
        <source>Everyone&apos;s deals</source>
        <translation>全部商机</translation>
    </message>
    <message>
        <source>My team&apos;s deals</source>
        <translation>我团队的商机</translation>
    </message>
    <message>
        <source>Show another day…</source>
        <translation>查看其他日期…</translation>
    </message>
    <message>
        <source>One day back</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>One day forward</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>One week back</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>One week forward</source>
        <translation>后一周</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Next deal</source>
        <translation>下一个商机</translation>
    </message>
    <message>
        <source>Previous deal</source>
        <translation>上一个商机</translation>
    </message>
    <message>
        <source>Open the deal</source>
        <translation>打开商机</translation>
    </message>
    <message>
        <source>Open the deal in a window of its own</source>
        <translation>在独立窗口打开商机</translation>
    </message>
    <message>
        <source>Show what is below the line</source>
        <translation>显示线下商机</translation>
    </message>
    <message>
        <source>Do what is proposed</source>
        <translation>执行建议动作</translation>
    </message>
    <message>
        <source>Assign a task…</source>
        <translation>指派任务…</translation>
    </message>
    <message>
        <source>Ask the rep…</source>
        <translation>询问销售…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>知悉</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>稍后提醒…</translation>
    </message>
    <message>
        <source>Move to another stage…</source>
        <translation>变更阶段…</translation>
    </message>
    <message>
        <source>Why it stands where it stands</source>
        <translation>为何排在这里</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Plumbline</source>
        <translation>关于准绳</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>忽略…</translation>
    </message>
    <message>
        <source>What a number is made of…</source>
        <translation>数字由来…</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Battle map</source>
        <translation>作战地图</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Filter by stage, period, product, channel, segment…</source>
        <translation>按阶段、期间、产品、渠道、客群筛选…</translation>
    </message>
    <message>
        <source>Switch between claimed and proven stages</source>
        <translation>切换自报阶段与已验证阶段</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>清除所有筛选</translation>
    </message>
    <message>
        <source>Saved views…</source>
        <translation>已保存的视图…</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>保存当前视图…</translation>
    </message>
    <message>
        <source>Give this view away as a file…</source>
        <translation>把当前视图存成文件…</translation>
    </message>
    <message>
        <source>Take a view from a file…</source>
        <translation>从文件打开视图…</translation>
    </message>
    <message>
        <source>Copy the address of this view</source>
        <translation>复制当前视图的地址</translation>
    </message>
    <message>
        <source>Open the address of a view…</source>
        <translation>打开视图地址…</translation>
    </message>
    <message>
        <source>Compare with another day…</source>
        <translation>与另一天对比…</translation>
    </message>
    <message>
        <source>Export this page…</source>
        <translation>导出本页…</translation>
    </message>
    <message>
        <source>Print this page…</source>
        <translation>打印本页…</translation>
    </message>
    <message>
        <source>Copy the page&apos;s table</source>
        <translation>复制本页表格</translation>
    </message>
    <message>
        <source>Hand over to the task force…</source>
        <translation>移交攻坚组…</translation>
    </message>
    <message>
        <source>Move to the next stage</source>
        <translation>移到下一阶段</translation>
    </message>
    <message>
        <source>Move to the stage before</source>
        <translation>移回上一阶段</translation>
    </message>
</context>
<context>
    <name>ui::BattleMapView</name>
    <message numerus="yes">
        <source>%n deal(s) here</source>
        <translation>
            <numerusform>此处 %Ln 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom in for single deals</source>
        <translation>放大可见单个商机</translation>
    </message>
    <message>
        <source>deals at a point; zoom in for single ones</source>
        <translation>个商机重叠；放大可见单个商机</translation>
    </message>
    <message>
        <source>Health from which on a deal is healthy</source>
        <translation>健康分分界线</translation>
    </message>
    <message>
        <source>Days up to which the close is near</source>
        <translation>成交天数分界线</translation>
    </message>
    <message>
        <source>Battle map: open deals by health and expected days to the close</source>
        <translation>作战地图：进行中的商机，按健康分与预计成交天数</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>Expected days to the close</source>
        <translation>预计成交天数</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康分</translation>
    </message>
</context>
<context>
    <name>ui::BoardActs</name>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <translation>已移到%1</translation>
    </message>
    <message>
        <source>%1 moved to %2</source>
        <translation>%1已移到%2</translation>
    </message>
    <message>
        <source>Move of %1</source>
        <translation>移动%1</translation>
    </message>
    <message>
        <source>Task for %1</source>
        <translation>%1的任务</translation>
    </message>
    <message>
        <source>Task for %1 given to %2</source>
        <translation>%1的任务已交给%2</translation>
    </message>
    <message>
        <source>New owner of %1</source>
        <translation>%1的新负责人</translation>
    </message>
    <message>
        <source>Owner of %1</source>
        <translation>%1的负责人</translation>
    </message>
    <message>
        <source>%1 handed over to %2</source>
        <translation>%1已移交给%2</translation>
    </message>
    <message>
        <source>Close date of %1</source>
        <translation>%1的预计成交日</translation>
    </message>
    <message>
        <source>%1 to close on %2</source>
        <translation>%1的预计成交日：%2</translation>
    </message>
    <message>
        <source>Forecast category of %1</source>
        <translation>%1的预测分类</translation>
    </message>
    <message>
        <source>Category of %1</source>
        <translation>%1的预测分类</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::BoardBar</name>
    <message>
        <source>Choose cards first.</source>
        <translation>请先选择卡片。</translation>
    </message>
    <message>
        <source>Owner…</source>
        <translation>负责人…</translation>
    </message>
    <message>
        <source>Close date…</source>
        <translation>预计成交日…</translation>
    </message>
    <message>
        <source>Category…</source>
        <translation>预测分类…</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Choose none (Esc)</source>
        <translation>取消选择（Esc）</translation>
    </message>
</context>
<context>
    <name>ui::BoardColumn</name>
    <message>
        <source>Other stages</source>
        <translation>其他阶段</translation>
    </message>
    <message>
        <source>Claimed %1</source>
        <translation>自报 %1</translation>
    </message>
    <message>
        <source>Proven %1</source>
        <translation>已验证 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s), %1</source>
        <translation>
            <numerusform>%n 个商机，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stages that the playbook does not know</source>
        <translation>打法里没有的阶段</translation>
    </message>
    <message>
        <source>Claimed to be here: %1</source>
        <translation>自报在此阶段：%1</translation>
    </message>
    <message>
        <source>By its evidence here: %1</source>
        <translation>按证据在此阶段：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n card(s)</source>
        <translation>
            <numerusform>%1：%n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, claimed %2, proven %3</source>
        <translation>%1，自报 %2，已验证 %3</translation>
    </message>
</context>
<context>
    <name>ui::BoardHead</name>
    <message>
        <source>Deal, customer or owner</source>
        <translation>商机、客户或负责人</translation>
    </message>
    <message>
        <source>Only deals, customers or owners with these letters</source>
        <translation>只看名称含这些字的商机、客户或负责人</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>销售流程</translation>
    </message>
    <message>
        <source>First</source>
        <translation>排在最前</translation>
    </message>
    <message>
        <source>Which cards come first</source>
        <translation>哪些卡片排在最前</translation>
    </message>
    <message>
        <source>most pressing flag</source>
        <translation>预警最紧迫</translation>
    </message>
    <message>
        <source>worst health</source>
        <translation>健康分最低</translation>
    </message>
    <message>
        <source>largest amount</source>
        <translation>金额最大</translation>
    </message>
    <message>
        <source>longest in the stage</source>
        <translation>停留最久</translation>
    </message>
    <message>
        <source>earliest close date</source>
        <translation>预计成交最早</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n more deal(s) are in a pipeline that the playbook does not know.</source>
        <translation>
            <numerusform>另有 %n 个商机在打法里没有的流程中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoardPane</name>
    <message>
        <source>These are the stages that the evidence proves. Cards are moved where the claimed stages are shown.</source>
        <translation>这里是证据已验证的阶段。请切换到自报阶段再移动卡片。</translation>
    </message>
    <message>
        <source>No open deal here has “%1” in its name, its customer&apos;s or its owner&apos;s.</source>
        <translation>这里没有名称、客户或负责人含“%1”的进行中的商机。</translation>
    </message>
    <message>
        <source>No deal of this scope was open on this day.</source>
        <translation>这一天，此范围内没有进行中的商机。</translation>
    </message>
    <message>
        <source>No deal of this scope is open.</source>
        <translation>此范围内没有进行中的商机。</translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%n 个进行中的商机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Deals of the board</source>
        <translation>看板上的商机</translation>
    </message>
</context>
<context>
    <name>ui::BouncePane</name>
    <message>
        <source>Stage changes in bounces, by weekday and hour</source>
        <translation>反复横跳的阶段变更，按星期和小时</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>All segments</source>
        <translation>全部行业</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>The playbook has no rule that says how many changes of stage are too many.</source>
        <translation>打法中没有规定阶段变更多少次算太多的规则。</translation>
    </message>
    <message>
        <source>No deal changed its stage more than %1 times within %2 in this period and scope.</source>
        <translation>在此期间和范围内，没有商机在 %2内变更阶段超过 %1 次。</translation>
    </message>
    <message>
        <source>%1 of %2 moved deals bounced: more than %3 changes within %4</source>
        <translation>%2 个有阶段变更的商机中，%1 个反复横跳：%4内变更超过 %3 次</translation>
    </message>
    <message>
        <source>Deals that bounced</source>
        <translation>反复横跳的商机</translation>
    </message>
    <message>
        <source>More changes of stage close together than the playbook&apos;s rule allows: most often the process is missing something.</source>
        <translation>短时间内的阶段变更超过打法规则允许的次数：多半是流程里缺了一步。</translation>
    </message>
</context>
<context>
    <name>ui::BreakpointsPane</name>
    <message>
        <source>Where business breaks off, from the lead to the next purchase</source>
        <translation>从线索到复购，业务断在哪里</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>三大断点</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>In this period and scope no lead came in, no deal was created and none was signed.</source>
        <translation>在此期间和范围内没有新线索、新商机和签约。</translation>
    </message>
    <message>
        <source>Customer not known</source>
        <translation>客户未知</translation>
    </message>
</context>
<context>
    <name>ui::BulkMovePopover</name>
    <message>
        <source>Move to another stage</source>
        <translation>移到另一阶段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Deals that the gate holds back</source>
        <translation>不满足准入条件的商机</translation>
    </message>
    <message>
        <source>Reason to move these as well</source>
        <translation>把这些也移过去的理由</translation>
    </message>
    <message>
        <source>↑ ↓ choose the stage · Esc closes</source>
        <translation>↑ ↓ 选择阶段 · Esc 关闭</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between unmet conditions</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>All %1 may go.</source>
        <translation>%1 个商机都满足准入条件。</translation>
    </message>
    <message>
        <source>%1 of %2 may go. The gate holds the others back:</source>
        <translation>%2 个中有 %1 个满足准入条件，其余的还差：</translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) there already.</source>
        <translation>
            <numerusform>%n 个已在该阶段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1 个</translation>
    </message>
</context>
<context>
    <name>ui::ChoicePopover</name>
    <message>
        <source>Press a number or click · Esc closes</source>
        <translation>按数字键或点选 · Esc 关闭</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
</context>
<context>
    <name>ui::DayPicker</name>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>一周前</translation>
    </message>
    <message>
        <source>End of last month</source>
        <translation>上月末</translation>
    </message>
    <message>
        <source>End of last quarter</source>
        <translation>上季度末</translation>
    </message>
    <message>
        <source>End of last year</source>
        <translation>去年末</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>一年前</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Day, typed</source>
        <translation>键入的日期</translation>
    </message>
    <message>
        <source>Or type it: %1</source>
        <translation>或直接键入：%1</translation>
    </message>
    <message>
        <source>This is no day: write %1 or %2.</source>
        <translation>这不是日期，请写成 %1 或 %2。</translation>
    </message>
    <message>
        <source>The records begin on %1.</source>
        <translation>记录从 %1 开始。</translation>
    </message>
    <message>
        <source>This day is still to come: today is %1.</source>
        <translation>这一天还没有到：今天是 %1。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month above its calendar, in the letters of QLocale::toString</extracomment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>ui::DayPopover</name>
    <message>
        <source>Esc closes</source>
        <translation>Esc 关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ui::DealCards</name>
    <message>
        <source>Flags</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Health %1</source>
        <translation>健康分 %1</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康分</translation>
    </message>
    <message>
        <source>Decision chain</source>
        <translation>决策链</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>阶段：%1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Similar cases</source>
        <translation>相似案例</translation>
    </message>
</context>
<context>
    <name>ui::DealGlance</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>What the health is made of</source>
        <translation>健康分构成</translation>
    </message>
    <message>
        <source>Also flagged</source>
        <translation>其他预警</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ui::DealHeader</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>截止 %1</translation>
    </message>
    <message>
        <source>pushed %1×</source>
        <translation>已推迟 %1 次</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>%1 已到期</translation>
    </message>
</context>
<context>
    <name>ui::DealPage</name>
    <message>
        <source>This record is not in the timeline.</source>
        <translation>该记录不在时间线中。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Timeline  %1</source>
        <translation>时间线  %1</translation>
    </message>
    <message>
        <source>Evidence  %1</source>
        <translation>证据  %1</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>last correction %1</source>
        <translation>最近修正 %1</translation>
    </message>
    <message>
        <source>no corrections</source>
        <translation>无修正</translation>
    </message>
    <message>
        <source>playbook version %1</source>
        <translation>打法版本 %1</translation>
    </message>
    <message>
        <source>Stages, claimed against proven</source>
        <translation>阶段：自报与已验证</translation>
    </message>
    <message>
        <source>It comes with the records of the deal: change it where they come from, and import again.</source>
        <translation>这项内容随商机记录而来：请在数据来源处修改后重新导入。</translation>
    </message>
    <message>
        <source>now</source>
        <comment>the value that a field has</comment>
        <translation>当前</translation>
    </message>
    <message>
        <source>Clear the field</source>
        <translation>清空该字段</translation>
    </message>
    <message>
        <source>This deal was not known yet on %1.</source>
        <translation>在 %1，还不知道有这个商机。</translation>
    </message>
</context>
<context>
    <name>ui::DealTable</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康分</translation>
    </message>
    <message>
        <source>Claimed stage</source>
        <translation>自报阶段</translation>
    </message>
    <message>
        <source>Proven stage</source>
        <translation>已验证阶段</translation>
    </message>
    <message>
        <source>Days in stage</source>
        <translation>停留天数</translation>
    </message>
    <message>
        <source>Limit of the stage in days</source>
        <translation>停留上限（天）</translation>
    </message>
    <message>
        <source>Expected days to close</source>
        <translation>预计成交天数</translation>
    </message>
    <message>
        <source>Expected close, by the rep</source>
        <translation>销售填报的预计成交日</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number of the deal</source>
        <translation>商机编号</translation>
    </message>
    <message>
        <source>Number of the customer</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ui::DealWindow</name>
    <message>
        <source>As of %1, read-only</source>
        <translation>截至 %1，只读</translation>
    </message>
</context>
<context>
    <name>ui::Decider</name>
    <message>
        <source>This workspace can only be read.</source>
        <translation>该工作区为只读。</translation>
    </message>
    <message>
        <source>No flag stands on this deal.</source>
        <translation>该商机没有预警。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 given to %2</source>
        <translation>%1 已指派给 %2</translation>
    </message>
    <message>
        <source>Snoozed %1 until %2</source>
        <translation>%1 稍后提醒至 %2</translation>
    </message>
    <message>
        <source>Already taken care of</source>
        <translation>已经处理</translation>
    </message>
    <message>
        <source>The record is wrong or late</source>
        <translation>记录有误或滞后</translation>
    </message>
    <message>
        <source>The customer asked to wait</source>
        <translation>客户要求等待</translation>
    </message>
    <message>
        <source>Dismiss “%1” because</source>
        <translation>忽略“%1”的理由</translation>
    </message>
    <message>
        <source>Dismissed %1: %2</source>
        <translation>已忽略 %1：%2</translation>
    </message>
    <message>
        <source>Acknowledged: %1</source>
        <translation>已知悉：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Move of %1</source>
        <translation>变更 %1 的阶段</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <translation>阶段变更为 %1</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>取消勾选</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>Unticked</source>
        <translation>已取消勾选</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Not the document that is asked for</source>
        <translation>不是所要求的文件</translation>
    </message>
    <message>
        <source>Unreadable or incomplete</source>
        <translation>无法辨认或不完整</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Copy of another file</source>
        <translation>与其他文件重复</translation>
    </message>
    <message>
        <source>Reject the file because</source>
        <translation>驳回该文件的理由</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>审核结论：%1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Field cleared</source>
        <translation>已清空字段</translation>
    </message>
    <message>
        <source>Field filled in</source>
        <translation>已填写字段</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>This is the past: nothing can be decided there.</source>
        <translation>正在查看过去，不能在此作决定。</translation>
    </message>
    <message>
        <source>Not a problem here</source>
        <translation>这里不算问题</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>This deal is closed: it stays in its stage.</source>
        <translation>这笔商机已结束：它停留在所在阶段。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>已向 %1 提问</translation>
    </message>
</context>
<context>
    <name>ui::DwellChart</name>
    <message>
        <source>How long deals stay</source>
        <translation>停留时长</translation>
    </message>
    <message>
        <source>%1 of %2 deals have left</source>
        <translation>%2 个商机中 %1 个已离开</translation>
    </message>
    <message>
        <source>%1: fewer than half, so it is not known yet how long they stay.</source>
        <translation>%1：不到一半，还不知道停留多久。</translation>
    </message>
    <message>
        <source>%1: half of them after %2 days.</source>
        <translation>%1：一半在 %2 天内离开。</translation>
    </message>
    <message>
        <source>%1: half of them after %2 days, four of five after %3.</source>
        <translation>%1：一半在 %2 天内离开，五分之四在 %3 天内离开。</translation>
    </message>
    <message>
        <source>limit %1 days</source>
        <translation>时限 %1 天</translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>“%1” cannot be read. Check that the file was saved completely and in the expected format.</source>
        <translation>无法读取“%1”。请确认文件保存完整且格式正确。</translation>
    </message>
    <message>
        <source>“%1” holds characters that are no text. Save the file as UTF-8 and try again.</source>
        <translation>“%1”含有非文本字符。请另存为 UTF-8 后重试。</translation>
    </message>
    <message>
        <source>“%1” is no id. An id is one line of 1 to 200 bytes.</source>
        <translation>“%1”不是有效编号。编号为一行，1 到 200 字节。</translation>
    </message>
    <message>
        <source>“%1” is no number. Write digits with at most one decimal point.</source>
        <translation>“%1”不是数字。请只写数字，最多一个小数点。</translation>
    </message>
    <message>
        <source>“%1” is no time. Write it like 2026-03-01T09:30:00+08:00.</source>
        <translation>“%1”不是有效时间。请写成 2026-03-01T09:30:00+08:00 的形式。</translation>
    </message>
    <message>
        <source>“%1” is no day of the calendar. Write it like 2026-03-01.</source>
        <translation>“%1”不是有效日期。请写成 2026-03-01 的形式。</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known here. Choose one like Asia/Shanghai.</source>
        <translation>无法识别时区“%1”。请选择如 Asia/Shanghai 的时区。</translation>
    </message>
    <message>
        <source>“%1” is no amount. Write digits with at most one decimal point, and no more decimals than the currency has.</source>
        <translation>“%1”不是有效金额。请只写数字，最多一个小数点，小数位数不超过该币种。</translation>
    </message>
    <message>
        <source>“%1” is no currency. Use a code of three letters like CNY.</source>
        <translation>“%1”不是有效币种。请使用三个字母的代码，如 CNY。</translation>
    </message>
    <message>
        <source>“%1” is none of the values that are possible here. Choose one of them.</source>
        <translation>“%1”不在可选范围内。请从可选值中选择。</translation>
    </message>
    <message>
        <source>“%1” is missing. Fill it in and try again.</source>
        <translation>缺少“%1”。请补填后重试。</translation>
    </message>
    <message>
        <source>The kind “%1” is not known to this version. A newer version may be able to read it.</source>
        <translation>本版本不认识类型“%1”，新版本或许可以读取。</translation>
    </message>
    <message>
        <source>“%1” is named but described nowhere. Import the file that describes it as well.</source>
        <translation>“%1”被引用但没有定义。请同时导入定义它的文件。</translation>
    </message>
    <message>
        <source>“%1” is out of range. Check the number.</source>
        <translation>“%1”超出范围。请检查数字。</translation>
    </message>
    <message>
        <source>Amounts in different currencies (%1) cannot be added. Choose one currency.</source>
        <translation>不同币种（%1）的金额不能相加。请选择一个币种。</translation>
    </message>
    <message>
        <source>“%1” is too large. Split it and try again.</source>
        <translation>“%1”过大。请拆分后重试。</translation>
    </message>
    <message>
        <source>The file “%1” is not there. It may have been moved, renamed or deleted.</source>
        <translation>找不到文件“%1”，可能已被移动、改名或删除。</translation>
    </message>
    <message>
        <source>A file “%1” is already there. Choose another name; nothing was overwritten.</source>
        <translation>文件“%1”已存在。请换一个名称；原文件未被覆盖。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read. Check that you have the permission to read it.</source>
        <translation>无法读取文件“%1”。请确认你有读取权限。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written. Check the permission of its folder, or choose another place.</source>
        <translation>无法写入文件“%1”。请检查所在文件夹的权限，或换一个位置。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; free some space and do it again. (%1)</source>
        <translation>磁盘已满。没有丢失任何内容；请腾出空间后重试。（%1）</translation>
    </message>
    <message>
        <source>The disk reported a fault (%1). Nothing was lost; try again, and check the disk if it happens again.</source>
        <translation>磁盘报告故障（%1）。没有丢失任何内容；请重试，若再次出现请检查磁盘。</translation>
    </message>
    <message>
        <source>“%1” is no Plumbline workspace. To bring in an export, choose “Import files…” instead.</source>
        <translation>“%1”不是准绳工作区。若要引入导出文件，请选择“导入文件…”。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Plumbline. Update this program to open it; the file was not touched.</source>
        <translation>“%1”由更新版本的准绳写成。请升级本程序后打开；文件未被改动。</translation>
    </message>
    <message>
        <source>The workspace “%1” is damaged. Restore a copy, or run “plumb verify” on it to see what can be saved.</source>
        <translation>工作区“%1”已损坏。请恢复备份，或运行 “plumb verify” 查看可挽回的内容。</translation>
    </message>
    <message>
        <source>The workspace “%1” can only be read. You can look at everything, but decide nothing here.</source>
        <translation>工作区“%1”为只读。可以查看全部内容，但不能做决定。</translation>
    </message>
    <message>
        <source>The workspace “%1” is open in another program. Close it there, then try again.</source>
        <translation>工作区“%1”正被另一个程序打开。请先在那里关闭，再重试。</translation>
    </message>
    <message>
        <source>“%1” holds sample data, and your own records would be lost among them. Make a workspace of your own first and import there.</source>
        <translation>“%1”是示例数据，你自己的记录会淹没在其中。请先新建自己的工作区，再导入到那里。</translation>
    </message>
    <message>
        <source>The playbook is not sound at “%1”. The published one goes on working; correct it and try again.</source>
        <translation>打法在“%1”处有误。已发布的打法继续有效；请改正后重试。</translation>
    </message>
    <message>
        <source>The playbook has no stage “%1”. Choose one of its stages.</source>
        <translation>打法中没有阶段“%1”。请选择已有阶段。</translation>
    </message>
    <message>
        <source>The playbook has no rule “%1”. It may have been removed by a newer version.</source>
        <translation>打法中没有规则“%1”，可能已被新版本移除。</translation>
    </message>
    <message>
        <source>“%1” is in a format that cannot be imported. CSV, XLSX and JSON Lines can.</source>
        <translation>“%1”的格式无法导入。可导入 CSV、XLSX 和 JSON Lines。</translation>
    </message>
    <message>
        <source>There is no import profile “%1”.</source>
        <translation>没有导入方案“%1”。</translation>
    </message>
    <message>
        <source>No export that is known here looks like this file:

%1

Its first line has to name the columns, such as deal, customer, owner, stage, amount, close date. Export it again with its header line, or rename the columns so that they say what they hold.</source>
        <translation>这里认识的导出文件里，没有一种像这个文件：

%1

第一行须写明各列的名称，例如商机、客户、负责人、阶段、金额、预计成交日期。请带上表头重新导出，或把列名改成能说明内容的名称。</translation>
    </message>
    <message>
        <source>It cannot be told what the column “%1” means. Say it in the step before, then go on.</source>
        <translation>无法判断列“%1”的含义。请在上一步说明后继续。</translation>
    </message>
    <message>
        <source>The import “%1” is not in this workspace any more.</source>
        <translation>该工作区中已没有导入“%1”。</translation>
    </message>
    <message>
        <source>The deal cannot move to “%1” yet: conditions of the stage are not met. Meet them, or override with a reason.</source>
        <translation>商机暂不能推进到“%1”：准入条件未满足。请补齐，或说明理由强制通过。</translation>
    </message>
    <message>
        <source>A past day (%1) is shown, where nothing can be changed. Go back to now first.</source>
        <translation>当前显示的是过去的一天（%1），不能更改。请先回到现在。</translation>
    </message>
    <message>
        <source>The deal “%1” is not in this workspace, or was not known on the day that is shown.</source>
        <translation>该工作区没有商机“%1”，或在所显示的日期尚不存在。</translation>
    </message>
    <message>
        <source>The person “%1” is not in the organisation. Choose somebody else.</source>
        <translation>组织中没有“%1”。请另选他人。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>“%1” is damaged and cannot be read. Export or copy it again.</source>
        <translation>“%1”已损坏，无法读取。请重新导出或复制该文件。</translation>
    </message>
    <message>
        <source>“%1” holds facts as JSON Lines, and other files of this import are tables. Import them one after the other.</source>
        <translation>“%1”是 JSON Lines 记录，而本次导入的其他文件是表格。请分别导入。</translation>
    </message>
</context>
<context>
    <name>ui::EvidencePane</name>
    <message>
        <source>Accept</source>
        <translation>采信</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Evidence by stage</source>
        <translation>各阶段证据</translation>
    </message>
    <message>
        <source>No file has been added to this deal.</source>
        <translation>该商机还没有文件。</translation>
    </message>
    <message>
        <source>Choose a file to judge it.</source>
        <translation>选择一个文件进行审核。</translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message>
        <source>What to export, and as what</source>
        <translation>导出内容与格式</translation>
    </message>
    <message>
        <source>As a workbook (.xlsx)</source>
        <translation>Excel 工作簿 (.xlsx)</translation>
    </message>
    <message>
        <source>As CSV</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Onto the clipboard, as a table</source>
        <translation>复制到剪贴板（表格）</translation>
    </message>
    <message>
        <source>The page as it is shown</source>
        <translation>页面当前画面</translation>
    </message>
    <message>
        <source>As a picture (.png)</source>
        <translation>图片 (.png)</translation>
    </message>
    <message>
        <source>As a drawing (.svg)</source>
        <translation>矢量图 (.svg)</translation>
    </message>
    <message>
        <source>As a PDF</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>On paper…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Whose deals</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Data time</source>
        <translation>数据更新时间</translation>
    </message>
    <message>
        <source>no record yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>打法</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are in %1.</source>
        <translation>
            <numerusform>%Ln 行已存入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are on the clipboard.</source>
        <translation>
            <numerusform>%Ln 行已复制到剪贴板。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The page is in %1.</source>
        <translation>页面已存入 %1。</translation>
    </message>
</context>
<context>
    <name>ui::Filter</name>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客群</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段口径</translation>
    </message>
    <message>
        <source>Claimed: as somebody set them</source>
        <translation>自报：由人设定的阶段</translation>
    </message>
    <message>
        <source>Proven: as far as the evidence reaches</source>
        <translation>已验证：证据支撑到的阶段</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>Proven stages</source>
        <translation>已验证阶段</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>去掉：%1</translation>
    </message>
    <message>
        <source>Take all away</source>
        <translation>全部去掉</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>清除所有筛选</translation>
    </message>
</context>
<context>
    <name>ui::Format</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation>不到 1 天</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>不到 1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>since before %1</source>
        <translation>%1之前起</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已持续 %1</translation>
    </message>
</context>
<context>
    <name>ui::FunnelPage</name>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>What of the funnel is shown</source>
        <translation>显示漏斗的哪一部分</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Breakpoints</source>
        <translation>三大断点</translation>
    </message>
    <message>
        <source>Bounces</source>
        <translation>阶段倒退</translation>
    </message>
</context>
<context>
    <name>ui::FunnelPane</name>
    <message>
        <source>Funnel</source>
        <translation>漏斗</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>销售流程</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No deal entered a stage in this period and scope.</source>
        <translation>在此期间和范围内没有商机进入任何阶段。</translation>
    </message>
    <message>
        <source>Marked is only what differs by more than chance, corrected for all that is compared here.</source>
        <translation>只标出超出偶然的差异，已按此处全部比较次数校正。</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) of the period are in no stage: of their way only the beginning, and maybe the end, is known.</source>
        <translation>
            <numerusform>此期间有 %Ln 个商机不在任何阶段：只知道它们的起点，或许还有终点。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HandOverPopover</name>
    <message>
        <source>No closed deal is like it.</source>
        <translation>没有相似的已结束商机。</translation>
    </message>
    <message>
        <source>They become the owner as well</source>
        <translation>同时成为负责人</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>选择人员</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>%Ln 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>由谁接手</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Similar cases, which go with the task</source>
        <translation>相似案例（随任务附上）</translation>
    </message>
    <message>
        <source>Tab to change · Esc closes</source>
        <translation>Tab 切换 · Esc 关闭</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
</context>
<context>
    <name>ui::Import</name>
    <message>
        <source>A quotation mark is opened and never closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>The row has more cells than the header</source>
        <translation>该行单元格多于表头</translation>
    </message>
    <message>
        <source>The file ends in the middle of the row</source>
        <translation>文件在该行中间结束</translation>
    </message>
    <message>
        <source>The row holds bytes that are no text</source>
        <translation>该行含有非文本字节</translation>
    </message>
    <message>
        <source>The row is too long</source>
        <translation>该行过长</translation>
    </message>
    <message>
        <source>A cell that is needed is empty</source>
        <translation>必需的单元格为空</translation>
    </message>
    <message>
        <source>This is no day of the calendar</source>
        <translation>不是有效日期</translation>
    </message>
    <message>
        <source>This is no amount</source>
        <translation>不是有效金额</translation>
    </message>
    <message>
        <source>This text is too long or holds control characters</source>
        <translation>文本过长或含控制字符</translation>
    </message>
    <message>
        <source>This is no currency</source>
        <translation>不是有效币种</translation>
    </message>
    <message>
        <source>This is no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>No stage is called like this</source>
        <translation>没有叫这个名称的阶段</translation>
    </message>
    <message>
        <source>Another row has this id already</source>
        <translation>另一行已使用该编号</translation>
    </message>
    <message>
        <source>The deal that it belongs to is not there</source>
        <translation>所属商机不存在</translation>
    </message>
    <message>
        <source>The contact or lead that it is about is in none of these files</source>
        <translation>所涉及的联系人或线索不在这些文件中</translation>
    </message>
    <message>
        <source>What the row says does not go together</source>
        <translation>该行内容相互矛盾</translation>
    </message>
    <message>
        <source>Close the quotation mark</source>
        <translation>补上引号</translation>
    </message>
    <message>
        <source>Put the cell with the delimiter in quotation marks</source>
        <translation>给含分隔符的单元格加上引号</translation>
    </message>
    <message>
        <source>Export the file again, to its end</source>
        <translation>重新完整导出文件</translation>
    </message>
    <message>
        <source>Save the file as UTF-8</source>
        <translation>另存为 UTF-8</translation>
    </message>
    <message>
        <source>Split the row</source>
        <translation>拆分该行</translation>
    </message>
    <message>
        <source>Fill the cell</source>
        <translation>填写该单元格</translation>
    </message>
    <message>
        <source>Write the date like 2026-03-01</source>
        <translation>日期写成 2026-03-01 的形式</translation>
    </message>
    <message>
        <source>Write the amount like 128000.50</source>
        <translation>金额写成 128000.50 的形式</translation>
    </message>
    <message>
        <source>Shorten or clean the text</source>
        <translation>缩短或清理文本</translation>
    </message>
    <message>
        <source>Write the currency like CNY</source>
        <translation>币种写成 CNY 的形式</translation>
    </message>
    <message>
        <source>Write a plain number</source>
        <translation>只写数字</translation>
    </message>
    <message>
        <source>Say which stage it is, in the step before</source>
        <translation>在上一步说明是哪个阶段</translation>
    </message>
    <message>
        <source>Keep one row of this id</source>
        <translation>该编号只保留一行</translation>
    </message>
    <message>
        <source>Import the deal too</source>
        <translation>同时导入该商机</translation>
    </message>
    <message>
        <source>Import the file that has the contact or lead together with this one</source>
        <translation>请将包含该联系人或线索的文件一并导入</translation>
    </message>
    <message>
        <source>Correct the row</source>
        <translation>更正该行</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>团队归属</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Stage change</source>
        <translation>阶段变更</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>成交日期</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Forecast category</source>
        <translation>预测分类</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查清单</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>输单</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Flag decision</source>
        <translation>预警处理</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>打法</translation>
    </message>
    <message>
        <source>“%1” has a header and no rows: there is nothing in it to import</source>
        <translation>“%1”只有表头，没有数据行：没有可导入的内容</translation>
    </message>
    <message>
        <source>Spelling replaced in “%1”: %2</source>
        <translation>“%1”中替换写法：%2</translation>
    </message>
    <message>
        <source>Placeholder read as empty in “%1”: %2</source>
        <translation>“%1”中的占位符按空值读取：%2</translation>
    </message>
    <message>
        <source>Row with a second pair of quotation marks unwrapped</source>
        <translation>去掉了整行外层引号</translation>
    </message>
    <message>
        <source>Row that repeats another one passed over</source>
        <translation>跳过重复的行</translation>
    </message>
    <message>
        <source>Customer taken from the lead</source>
        <translation>客户取自线索</translation>
    </message>
    <message>
        <source>Day of creation assumed: %1</source>
        <translation>推定创建日期：%1</translation>
    </message>
    <message>
        <source>Closed before it was created: creation moved back</source>
        <translation>结束早于创建：创建日期已前移</translation>
    </message>
    <message>
        <source>Closed deal without a day: %1 assumed</source>
        <translation>已结束的商机没有结束日期：推定为 %1</translation>
    </message>
    <message>
        <source>Closed deal without a day: the planned one assumed</source>
        <translation>已结束的商机没有结束日期：推定为预计成交日期</translation>
    </message>
    <message>
        <source>Closed deal without a day: that of its last change assumed</source>
        <translation>已结束的商机没有结束日期：推定为最后修改日期</translation>
    </message>
    <message>
        <source>Row without a time of change that says what was told before what stands now: passed over (%1)</source>
        <translation>该行没有修改时间，其内容早于现状且此前已导入：已跳过（%1）</translation>
    </message>
    <message>
        <source>Owner assumed: %1</source>
        <translation>推定负责人：%1</translation>
    </message>
    <message>
        <source>Stage “%1” taken as %2</source>
        <translation>阶段“%1”按 %2 处理</translation>
    </message>
    <message>
        <source>Unknown word in “%1”: %2</source>
        <translation>“%1”中的未知词：%2</translation>
    </message>
    <message>
        <source>Time assumed for %1: %2</source>
        <translation>推定 %1 的时间：%2</translation>
    </message>
    <message>
        <source>“%1” is the name of several, and none was chosen: %2</source>
        <translation>“%1”有多个同名对象，未指定：%2</translation>
    </message>
    <message>
        <source>History stops before its deal: “%1” taken from the deal&apos;s row</source>
        <translation>阶段历史早于商机现状结束：已按商机行取“%1”</translation>
    </message>
    <message>
        <source>Amount in “%1” rounded to what %2 has digits for</source>
        <translation>“%1”中的金额已按 %2 的最小单位四舍五入</translation>
    </message>
    <message>
        <source>Day first (31/12)</source>
        <translation>日在前（31/12）</translation>
    </message>
    <message>
        <source>Month first (12/31)</source>
        <translation>月在前（12/31）</translation>
    </message>
    <message>
        <source>Decimals after a point (1,234.5)</source>
        <translation>小数点为“.”（1,234.5）</translation>
    </message>
    <message>
        <source>Decimals after a comma (1.234,5)</source>
        <translation>小数点为“,”（1.234,5）</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>In “%1”, does the day or the month come first?</source>
        <translation>“%1”中日在前还是月在前？</translation>
    </message>
    <message>
        <source>In “%1”, which sign stands before the decimals?</source>
        <translation>“%1”中小数前用什么符号？</translation>
    </message>
    <message>
        <source>Which currency are amounts without one in?</source>
        <translation>未注明币种的金额是什么币种？</translation>
    </message>
    <message>
        <source>Whose are the deals without an owner?</source>
        <translation>没有负责人的商机归谁？</translation>
    </message>
    <message>
        <source>On which day did the rows of “%1” hold?</source>
        <translation>“%1”中的数据是哪一天的状态？</translation>
    </message>
    <message>
        <source>What does the stage “%1” stand for?</source>
        <translation>阶段“%1”对应什么？</translation>
    </message>
    <message>
        <source>In which encoding is “%1” written?</source>
        <translation>“%1”使用什么编码？</translation>
    </message>
    <message>
        <source>%1 For example: %2</source>
        <translation>%1 例如：%2</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>deals</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>stage history</source>
        <translation>阶段历史</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>same name but for the legal form</source>
        <translation>除公司形式外名称相同</translation>
    </message>
    <message>
        <source>one letter differs</source>
        <translation>仅差一字</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same mail domain</source>
        <translation>邮箱域名相同</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 of %2 columns known</source>
        <translation>识别 %1 / %2 列</translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation>工作表“%1”</translation>
    </message>
    <message>
        <source>This day is still to come, and the cell says what has happened</source>
        <translation>这一天还没有到，而该单元格说的是已经发生的事</translation>
    </message>
    <message>
        <source>The deal is closed, and the day it was to close on is still to come</source>
        <translation>商机已结束，而预计成交日期尚未到来</translation>
    </message>
    <message>
        <source>An amount is not below zero</source>
        <translation>金额不会小于零</translation>
    </message>
    <message>
        <source>Several things of the workspace are called like this</source>
        <translation>工作区中有多个同名对象</translation>
    </message>
    <message>
        <source>Give the id too, in a column of its own</source>
        <translation>请另用一列给出其编号</translation>
    </message>
    <message>
        <source>This amount may have thousands or thousandths</source>
        <translation>该金额中的小数点可能是千位分隔符</translation>
    </message>
    <message>
        <source>Say whether the point groups the digits, in the step before</source>
        <translation>请在上一步说明小数点是否为千位分隔符</translation>
    </message>
    <message>
        <source>Write the day on which it happened</source>
        <translation>请填写实际发生的日期</translation>
    </message>
    <message>
        <source>Write the day on which it was closed</source>
        <translation>请填写实际结束的日期</translation>
    </message>
    <message>
        <source>Write what the deal is worth</source>
        <translation>请填写商机的实际金额</translation>
    </message>
    <message>
        <source>Deal without a customer: it gets one of its own, named like the deal</source>
        <translation>商机没有客户：为它单独建立一个与商机同名的客户</translation>
    </message>
    <message>
        <source>Dates with the day first in “%1”, with the month first in “%2”</source>
        <translation>“%1”中日在前，“%2”中月在前</translation>
    </message>
    <message>
        <source>Amount without a currency: %1 assumed</source>
        <translation>金额没有币种：按 %1 处理</translation>
    </message>
    <message>
        <source>%1 Rows that hang on it: %2.</source>
        <translation>%1涉及 %2 行。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>暂无负责人</translation>
    </message>
    <message>
        <source>The row ends before this column; of the header&apos;s columns it has %1</source>
        <translation>这一行在该列之前就结束了，只有表头列数的 %1</translation>
    </message>
    <message>
        <source>Complete the row, or export the file again</source>
        <translation>补全这一行，或重新导出文件</translation>
    </message>
    <message>
        <source>Customer called by its id, since no file here names it: import “%1” too</source>
        <translation>客户只能以编号称呼，因为所选文件都没有它的名称：请一并导入“%1”</translation>
    </message>
    <message>
        <source>Person called by an id, since no file here names them: import “%1” too</source>
        <translation>人员只能以编号称呼，因为所选文件都没有其姓名：请一并导入“%1”</translation>
    </message>
    <message>
        <source>Product called by its id, since no file here names it: import “%1” too</source>
        <translation>产品只能以编号称呼，因为所选文件都没有它的名称：请一并导入“%1”</translation>
    </message>
    <message>
        <source>Customer called by its id, since nothing in the files names it</source>
        <translation>客户只能以编号称呼，因为文件中没有它的名称</translation>
    </message>
    <message>
        <source>Person called by an id, since nothing in the files names them</source>
        <translation>人员只能以编号称呼，因为文件中没有其姓名</translation>
    </message>
    <message>
        <source>Product called by its id, since nothing in the files names it</source>
        <translation>产品只能以编号称呼，因为文件中没有它的名称</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>belongs to</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>to</source>
        <translation>止</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>active</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>we</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>nobody: it was internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Stage “%1” not known: a deal that the workspace knows stays in its own</source>
        <translation>未知阶段“%1”：工作区中已有的商机保持原阶段</translation>
    </message>
    <message>
        <source>imported</source>
        <comment>a team</comment>
        <translation>导入的</translation>
    </message>
    <message>
        <source>Gate overridden</source>
        <translation>准入条件放行</translation>
    </message>
    <message>
        <source>Verdict on evidence</source>
        <translation>证据结论</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>能力评估</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>知识文章</translation>
    </message>
    <message>
        <source>Customers that are one</source>
        <translation>客户合并</translation>
    </message>
    <message>
        <source>Deal that is open here and not in the files stays open: deleted or renamed? %1</source>
        <translation>此处未结束、但文件中没有的商机保持不变：是否已删除或改名？%1</translation>
    </message>
    <message>
        <source>Customer “%1” was merged into “%2” by an import before and still is</source>
        <translation>客户“%1”在先前的导入中已并入“%2”，仍按此处理</translation>
    </message>
    <message>
        <source>Merge of “%1” into “%2” holds for this import only: too long an id</source>
        <translation>“%1”并入“%2”只对本次导入有效：编号过长</translation>
    </message>
    <message>
        <source>Deal marked “%1” in the other system: left out</source>
        <translation>商机在原系统中标记为“%1”：未导入</translation>
    </message>
    <message>
        <source>Day of entering the stage not told: known to be there on %1</source>
        <translation>未说明何时进入该阶段：只知 %1 时已在该阶段</translation>
    </message>
    <message>
        <source>Stages before the present one not known</source>
        <translation>当前阶段之前的经过未知</translation>
    </message>
    <message>
        <source>Is no stage</source>
        <translation>不是阶段</translation>
    </message>
    <message>
        <source>Deleted: leave such deals out</source>
        <translation>已删除：不导入这类商机</translation>
    </message>
    <message>
        <source>Known only after the outcome</source>
        <translation>结果出来后才知道</translation>
    </message>
    <message>
        <source>Follows from other columns</source>
        <translation>可由其他列得出</translation>
    </message>
    <message>
        <source>The other system&apos;s own bookkeeping</source>
        <translation>原系统的内部信息</translation>
    </message>
    <message>
        <source>The same in every row</source>
        <translation>每行都相同</translation>
    </message>
    <message>
        <source>Not about this stage</source>
        <translation>与该阶段无关</translation>
    </message>
    <message>
        <source>The workbook is damaged here or holds other bytes than were written</source>
        <translation>工作簿此处已损坏，或内容与写入时不符</translation>
    </message>
    <message>
        <source>The row sums up others and is no deal</source>
        <translation>该行是合计，不是商机</translation>
    </message>
    <message>
        <source>The cell shows an error of the spreadsheet and no value</source>
        <translation>单元格显示的是表格错误，而不是值</translation>
    </message>
    <message>
        <source>Export the workbook again and import that</source>
        <translation>请重新导出工作簿后再导入</translation>
    </message>
    <message>
        <source>Delete the row, or give the deal an id</source>
        <translation>请删除该行，或为该商机填写编号</translation>
    </message>
    <message>
        <source>Correct the formula, or write the value</source>
        <translation>请更正公式，或直接填写数值</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Take the import back</source>
        <translation>撤回本次导入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>What the files are</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What would come of it</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>导入未成功</translation>
    </message>
    <message>
        <source>Recognising the system, the columns and how they are written</source>
        <translation>正在识别来源系统、各列及其写法</translation>
    </message>
    <message>
        <source>Reading everything once, without writing</source>
        <translation>正在通读一遍，不写入</translation>
    </message>
    <message>
        <source>Writing the facts; stopping now leaves nothing behind</source>
        <translation>正在写入；此时停止不会留下任何内容</translation>
    </message>
    <message>
        <source>New facts: %1</source>
        <translation>新增记录：%1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>更新：%1</translation>
    </message>
    <message>
        <source>Known already: %1</source>
        <translation>已存在：%1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>拒收：%1</translation>
    </message>
    <message>
        <source>The refused rows, each with its reason and what would mend it, are in %1</source>
        <translation>拒收的行及其原因、改法见 %1</translation>
    </message>
    <message>
        <source>The file of the refused rows could not be written: %1</source>
        <translation>拒收行文件未能写入：%1</translation>
    </message>
    <message>
        <source>The import was taken back. Nothing of it counts any more.</source>
        <translation>本次导入已撤回，不再计入。</translation>
    </message>
    <message>
        <source>The files hold nothing.</source>
        <translation>文件中没有内容。</translation>
    </message>
    <message>
        <source>Close this window to see which deals need you.</source>
        <translation>关闭此窗口，查看需要你的商机。</translation>
    </message>
    <message>
        <source>Values left out: %1</source>
        <translation>略去的值：%1</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Import into the sample</source>
        <translation>导入到示例</translation>
    </message>
    <message>
        <source>&lt;b&gt;Leave the import?&lt;/b&gt;</source>
        <translation>&lt;b&gt;放弃这次导入？&lt;/b&gt;</translation>
    </message>
    <message>
        <source>What you said of the columns and answered would be lost. Nothing has been written.</source>
        <translation>你为各列选择的含义和填写的答案会丢失。目前还没有写入任何数据。</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>继续导入</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Rows that repeat another: %1</source>
        <translation>与其他行重复的行：%1</translation>
    </message>
    <message>
        <source>%1 (%2×)</source>
        <translation>%1（%2 次）</translation>
    </message>
    <message>
        <source>Files with the same columns are known from now on.</source>
        <translation>以后列相同的文件会自动识别。</translation>
    </message>
    <message>
        <source>How the files were read could not be kept: %1</source>
        <translation>读取方式未能保存：%1</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>正在撤回导入…</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>ui::ImportPlanView</name>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>The files hold facts in Plumbline&apos;s own format. There is nothing to ask.</source>
        <translation>文件是准绳自身的格式，无需提问。</translation>
    </message>
    <message>
        <source>Recognised as %1, with %2 confidence</source>
        <translation>识别为 %1，把握 %2</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>未使用：%1</translation>
    </message>
    <message>
        <source>Nothing is unclear.</source>
        <translation>没有不明确之处。</translation>
    </message>
    <message>
        <source>What the files do not say</source>
        <translation>文件中没有说明的内容</translation>
    </message>
    <message>
        <source>What the columns are taken for</source>
        <translation>各列识别结果</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No export that is known by name; its columns were recognised by what they are called</source>
        <translation>不是已知系统的导出文件，已按列名识别各列</translation>
    </message>
    <message>
        <source>Keep this reading of the files under a name, so that the next ones are known by themselves</source>
        <translation>给这套列对应起个名字保存，下次同样的文件就能自动识别</translation>
    </message>
    <message>
        <source>Name to keep this reading of the files under</source>
        <translation>保存这套列对应所用的名称</translation>
    </message>
    <message>
        <source>What “%1” is taken for</source>
        <translation>“%1”被当作什么</translation>
    </message>
    <message>
        <source>No export that is known. Say below what its columns hold: at least the name of the deal, and what else you want to see here.</source>
        <translation>不是已知系统的导出文件。请在下面说明各列的含义：至少要有商机名称，其余按需选择。</translation>
    </message>
    <message>
        <source>No column says yet which deal a row is about. Choose the one that holds the deal&apos;s name, its customer or its number.</source>
        <translation>还没有一列能说明每行是哪个商机。请选出写有商机名称、客户或编号的那一列。</translation>
    </message>
    <message>
        <source>Read as you said what the columns hold</source>
        <translation>已按你说明的列含义读取</translation>
    </message>
    <message>
        <source>The first row is data: the table has no names of columns</source>
        <translation>第一行就是数据：表中没有列名</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Passed over, for it is no import profile: %1</source>
        <translation>已跳过，因为它不是导入方案：%1</translation>
    </message>
    <message>
        <source>For example, or why it is left out</source>
        <translation>示例，或不导入的原因</translation>
    </message>
</context>
<context>
    <name>ui::ImportPreviewView</name>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>New or changed</source>
        <translation>新增或更新</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>This customer</source>
        <translation>该客户</translation>
    </message>
    <message>
        <source>may be</source>
        <translation>可能就是</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>New facts: %1. Changed: %2. Known already: %3. Lines refused: %4.</source>
        <translation>新增 %1 条，更新 %2 条，已存在 %3 条；拒收 %4 行。</translation>
    </message>
    <message>
        <source>What was assumed or replaced</source>
        <translation>推定或替换的内容</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>First facts</source>
        <translation>前几条记录</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>拒收的行</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>Tick a row to merge the two customers into one; rows without a tick stay apart.</source>
        <translation>勾选一行，两个客户就合并为一个；未勾选的保持分开。</translation>
    </message>
    <message>
        <source>the value only</source>
        <translation>仅该值</translation>
    </message>
    <message>
        <source>the row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Why, and what would mend it</source>
        <translation>原因与修正办法</translation>
    </message>
    <message>
        <source>Rows that repeat another: %1.</source>
        <translation>与其他行重复的行：%1。</translation>
    </message>
    <message>
        <source>Rows read: %1. New facts: %2. Changed: %3. Known already: %4. Rows refused: %5.</source>
        <translation>读取 %1 行。新增记录 %2 条，更新 %3 条，已有 %4 条；拒收 %5 行。</translation>
    </message>
</context>
<context>
    <name>ui::ImportProgress</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, %3 a second; %n second(s) left</source>
        <translation>
            <numerusform>%1 / %2，每秒 %3，还需 %Ln 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportTarget</name>
    <message>
        <source>Into “%1”, which is a sample: its deals are made up, and yours would stand among them.</source>
        <translation>导入位置：示例工作区“%1”。其中的商机是虚构的，你的数据会和它们混在一起。</translation>
    </message>
    <message>
        <source>Into the new workspace “%1”</source>
        <translation>导入位置：新建的工作区“%1”</translation>
    </message>
    <message>
        <source>Into the workspace “%1”</source>
        <translation>导入位置：工作区“%1”</translation>
    </message>
    <message>
        <source>Into a new workspace</source>
        <translation>改为新建工作区</translation>
    </message>
    <message>
        <source>Makes a workspace for these files alone; the open one stays as it is</source>
        <translation>为这些文件单独新建一个工作区，当前打开的保持不变</translation>
    </message>
    <message>
        <source>Name and place…</source>
        <translation>名称与位置…</translation>
    </message>
    <message>
        <source>Says what the new workspace is called and where it is kept</source>
        <translation>指定新工作区的名称和存放位置</translation>
    </message>
</context>
<context>
    <name>ui::Importing</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Exports (*.csv *.tsv *.txt *.xlsx *.jsonl);;All files (*)</source>
        <translation>导出文件 (*.csv *.tsv *.txt *.xlsx *.jsonl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Making a new workspace</source>
        <translation>正在新建工作区</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Name and place of the new workspace</source>
        <translation>新工作区的名称与位置</translation>
    </message>
    <message>
        <source>Workspaces (*.plumb)</source>
        <translation>工作区 (*.plumb)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing can be written there&lt;/b&gt;</source>
        <translation>&lt;b&gt;那里无法写入&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Choose another folder than %1.</source>
        <translation>请选择 %1 以外的文件夹。</translation>
    </message>
    <message>
        <source>&lt;b&gt;There is no such folder&lt;/b&gt;</source>
        <translation>&lt;b&gt;没有这个文件夹&lt;/b&gt;</translation>
    </message>
    <message>
        <source>%1 is not there. Make it first, or choose another folder.</source>
        <translation>%1 不存在。请先建立它，或另选一个文件夹。</translation>
    </message>
</context>
<context>
    <name>ui::ImportsDialog</name>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>This workspace can only be read.</source>
        <translation>该工作区为只读。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>taken back; %1 facts that later imports told again stay</source>
        <translation>已撤回；其中 %1 条记录因后来的导入再次给出而保留</translation>
    </message>
    <message>
        <source>Decisions were taken on what this import brought; it can no longer be taken back.</source>
        <translation>已经有人对本次导入的内容作出决定，不能再撤回。</translation>
    </message>
    <message>
        <source>The import “%1” is taken back, and a part of it only would count. Bring that one back first.</source>
        <translation>导入“%1”已撤回，这样做会使其中只有一部分计入。请先恢复那一次。</translation>
    </message>
    <message>
        <source>The later import “%1” builds on this one, or has told a part of it again. Take that one back first, then this one, and import its files again to keep what they say.</source>
        <translation>后来的导入“%1”依赖本次导入，或再次给出了其中一部分。请先撤回那一次，再撤回本次；要保留那一次的内容，再重新导入它的文件。</translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>正在撤回…</translation>
    </message>
</context>
<context>
    <name>ui::Inspector</name>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>构成</translation>
    </message>
</context>
<context>
    <name>ui::KanbanModel</name>
    <message>
        <source>%1 / %2 d</source>
        <translation>%1 / %2 天</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message numerus="yes">
        <source>−%n proven</source>
        <translation>
            <numerusform>验证差 %n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>没有金额</translation>
    </message>
    <message>
        <source>health %1, red</source>
        <translation>健康分 %1，红线以下</translation>
    </message>
    <message>
        <source>health %1</source>
        <translation>健康分 %1</translation>
    </message>
    <message>
        <source>%1 in the stage, of %2 at most</source>
        <translation>本阶段停留 %1，上限 %2</translation>
    </message>
    <message>
        <source>%1 in the stage</source>
        <translation>本阶段停留 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s), the gravest: %1</source>
        <translation>
            <numerusform>%n 条预警，最严重的是：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>proven only to %1</source>
        <translation>只验证到%1</translation>
    </message>
    <message>
        <source>closes %1</source>
        <translation>预计 %1 成交</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a card</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ui::LoadingPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>About Plumbline</source>
        <translation>关于准绳</translation>
    </message>
    <message>
        <source>&lt;b&gt;Plumbline %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;准绳 %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The sales manager&apos;s workbench: which deals need you today, and why. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>销售主管工作台：今天哪些商机需要你，为什么。自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Plumbline</source>
        <translation>准绳</translation>
    </message>
    <message>
        <source>%1 – Plumbline</source>
        <translation>%1 – 准绳</translation>
    </message>
    <message>
        <source>Version %1, published on %2. %3</source>
        <translation>版本 %1，发布于 %2。%3</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>打法</translation>
    </message>
    <message>
        <source>&lt;b&gt;Part of the playbook cannot be read by this program&lt;/b&gt;</source>
        <translation>&lt;b&gt;本程序读不懂一部分打法&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The version before it goes on working here, so flags and health are told by that one. A newer Plumbline may be able to read it.</source>
        <translation>这里继续使用它之前的版本，预警和健康分都按那个版本判断。更新版本的准绳也许能读懂它。</translation>
    </message>
    <message>
        <source>Search deals, customers and people for “%1”</source>
        <translation>在商机、客户和人员中搜索“%1”</translation>
    </message>
</context>
<context>
    <name>ui::MapActs</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>This is the past: nothing can be decided there.</source>
        <translation>这是过去：在此不能做决定。</translation>
    </message>
    <message>
        <source>This workspace can only be read.</source>
        <translation>此工作区只读。</translation>
    </message>
    <message>
        <source>Choose at most %1 deals: nobody works on more at once.</source>
        <translation>最多选择 %1 个商机：没有人能同时处理更多。</translation>
    </message>
    <message>
        <source>Task · %1</source>
        <translation>任务 · %1</translation>
    </message>
    <message numerus="yes">
        <source>A task for each of %n deal(s)</source>
        <translation>
            <numerusform>为 %Ln 个商机各派一项任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over · %1</source>
        <translation>移交 · %1</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n deal(s)</source>
        <translation>
            <numerusform>移交 %Ln 个商机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tasks for %n deal(s)</source>
        <translation>
            <numerusform>%Ln 个商机的任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) given to %1</source>
        <translation>
            <numerusform>已将 %Ln 项任务交给%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand-over of %n deal(s)</source>
        <translation>
            <numerusform>移交 %Ln 个商机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) handed over to %1</source>
        <translation>
            <numerusform>已将 %Ln 个商机移交给%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MapPage</name>
    <message>
        <source>Battle map</source>
        <translation>作战地图</translation>
    </message>
    <message>
        <source>No open deals here. The map fills as soon as there are some in this scope.</source>
        <translation>此范围内没有进行中的商机。一有商机，就会出现在地图上。</translation>
    </message>
    <message>
        <source>Chosen deals</source>
        <translation>选中的商机</translation>
    </message>
    <message>
        <source>Deals of the map</source>
        <translation>地图上的商机</translation>
    </message>
</context>
<context>
    <name>ui::MapSide</name>
    <message>
        <source>Health %1</source>
        <translation>健康分 %1</translation>
    </message>
    <message>
        <source>No expected day</source>
        <translation>没有预计成交日</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) chosen</source>
        <translation>
            <numerusform>已选 %Ln 个商机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s)</source>
        <translation>
            <numerusform>%Ln 个进行中的商机</numerusform>
        </translation>
    </message>
    <message>
        <source>The deals that are chosen on the map</source>
        <translation>地图上选中的商机</translation>
    </message>
    <message>
        <source>The deals of the map</source>
        <translation>地图上的商机</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) without an expected day</source>
        <translation>
            <numerusform>%Ln 个商机没有预计成交日</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2, the biggest ones first</source>
        <translation>共 %2 个，列出金额最大的 %1 个</translation>
    </message>
</context>
<context>
    <name>ui::MapTools</name>
    <message>
        <source>Colour: %1</source>
        <translation>颜色：%1</translation>
    </message>
    <message>
        <source>Size: money</source>
        <translation>大小：金额</translation>
    </message>
    <message>
        <source>Size: all alike</source>
        <translation>大小：一致</translation>
    </message>
    <message>
        <source>What the colours tell</source>
        <translation>颜色表示什么</translation>
    </message>
    <message>
        <source>What the sizes tell</source>
        <translation>大小表示什么</translation>
    </message>
    <message>
        <source>An amount is compared with what deals in its currency usually come to.</source>
        <translation>金额与同币种商机的通常金额相比。</translation>
    </message>
    <message>
        <source>Choose by rectangle (Shift adds, Ctrl takes away, Alt draws a lasso)</source>
        <translation>框选（Shift 添加，Ctrl 去除，Alt 套索）</translation>
    </message>
    <message>
        <source>Choose by lasso (Shift adds, Ctrl takes away)</source>
        <translation>套索选择（Shift 添加，Ctrl 去除）</translation>
    </message>
    <message>
        <source>Move the map (or the middle button, or the space bar held)</source>
        <translation>移动地图（或用鼠标中键，或按住空格键）</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Further away (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Everything in sight (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Back to the playbook&apos;s lines</source>
        <translation>恢复打法的分界线</translation>
    </message>
    <message>
        <source>Others or none</source>
        <translation>其他或无</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>只看这些</translation>
    </message>
</context>
<context>
    <name>ui::MapWords</name>
    <message>
        <source>Region</source>
        <translation>大区</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Gravest flag</source>
        <translation>最严重的预警</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>无大区</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Unknown stage</source>
        <translation>未知阶段</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>无预警</translation>
    </message>
    <message>
        <source>%1 claimed, %2 proven</source>
        <translation>自报 %1，已验证 %2</translation>
    </message>
    <message>
        <source>Health %1</source>
        <translation>健康分 %1</translation>
    </message>
    <message>
        <source>%1 to the close</source>
        <translation>距成交 %1</translation>
    </message>
    <message>
        <source>No expected day</source>
        <translation>没有预计成交日</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n deal(s), %2. %3.</source>
        <translation>
            <numerusform>%1：%Ln 个商机，%2。%3。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) without an expected day.</source>
        <translation>
            <numerusform>%Ln 个商机没有预计成交日。</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康分</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 in “%2”</source>
        <translation>在“%2”停留 %1</translation>
    </message>
    <message>
        <source>then came: %1</source>
        <translation>随后到位：%1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Take over: %1</source>
        <translation>接手：%1</translation>
    </message>
    <message>
        <source>Similar cases:</source>
        <translation>相似案例：</translation>
    </message>
    <message>
        <source>– %1 (%2): %3</source>
        <translation>– %1（%2）：%3</translation>
    </message>
</context>
<context>
    <name>ui::Meaning</name>
    <message>
        <source>id of the deal</source>
        <translation>商机编号</translation>
    </message>
    <message>
        <source>name of the deal</source>
        <translation>商机名称</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>won or lost</source>
        <translation>赢单或输单</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>created on</source>
        <translation>创建日期</translation>
    </message>
    <message>
        <source>expected close</source>
        <translation>预计成交日</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>entered the stage on</source>
        <translation>进入阶段日期</translation>
    </message>
    <message>
        <source>last changed on</source>
        <translation>最近修改日期</translation>
    </message>
    <message>
        <source>reason of the loss</source>
        <translation>输单原因</translation>
    </message>
    <message>
        <source>forecast category</source>
        <translation>预测分类</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>next step due</source>
        <translation>下一步截止</translation>
    </message>
    <message>
        <source>id of the customer</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>id of the rep</source>
        <translation>销售编号</translation>
    </message>
    <message>
        <source>rep</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>id of who did it</source>
        <translation>操作人编号</translation>
    </message>
    <message>
        <source>team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>sales region</source>
        <translation>大区</translation>
    </message>
    <message>
        <source>id of the product</source>
        <translation>产品编号</translation>
    </message>
    <message>
        <source>product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>id of the lead</source>
        <translation>线索编号</translation>
    </message>
    <message>
        <source>id of the contact</source>
        <translation>联系人编号</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>size of the customer</source>
        <translation>客户规模</translation>
    </message>
    <message>
        <source>customer&apos;s region</source>
        <translation>客户所在地区</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>web site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>product line</source>
        <translation>产品线</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>目录价</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>behaviour of the lead</source>
        <translation>线索行为</translation>
    </message>
    <message>
        <source>id of the activity</source>
        <translation>活动编号</translation>
    </message>
    <message>
        <source>kind of activity</source>
        <translation>活动类型</translation>
    </message>
    <message>
        <source>who began</source>
        <translation>发起方</translation>
    </message>
    <message>
        <source>time of the activity</source>
        <translation>活动时间</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>kept as a field of its own</source>
        <translation>保留为自定义字段</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>ui::Menu</name>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Deal</source>
        <translation>商机(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>ui::MovePopover</name>
    <message>
        <source>Move to another stage</source>
        <translation>变更阶段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>What the gate still asks</source>
        <translation>准入条件仍缺</translation>
    </message>
    <message>
        <source>Reason to pass all the same</source>
        <translation>强制通过的理由</translation>
    </message>
    <message>
        <source>The gate is open.</source>
        <translation>准入条件已满足。</translation>
    </message>
    <message numerus="yes">
        <source>The gate asks for %n thing(s) more:</source>
        <translation>
            <numerusform>准入条件还差 %Ln 项：</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ ↓ choose the stage · Esc closes</source>
        <translation>↑ ↓ 选择阶段 · Esc 关闭</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>ui::NamePopover</name>
    <message>
        <source>Esc closes</source>
        <translation>Esc 关闭</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>ui::Number</name>
    <message>
        <source>Health</source>
        <translation>健康分</translation>
    </message>
    <message>
        <source>The sum of its terms. Each counts something and multiplies it by a weight that the playbook sets.</source>
        <translation>各项之和。每一项先计数，再乘以打法里设定的权重。</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>红线</translation>
    </message>
    <message>
        <source>Open deals below this health are red. The playbook sets it.</source>
        <translation>健康分低于这条线的进行中商机显示为红色，由打法设定。</translation>
    </message>
    <message>
        <source>Roles filled</source>
        <translation>已覆盖角色</translation>
    </message>
    <message>
        <source>Roles of the decision chain that a contact fills.</source>
        <translation>决策链中已有联系人的角色。</translation>
    </message>
    <message>
        <source>Roles missing</source>
        <translation>缺失角色</translation>
    </message>
    <message>
        <source>Roles of the decision chain that nobody fills.</source>
        <translation>决策链中还没有联系人的角色。</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>关键文件</translation>
    </message>
    <message>
        <source>Key evidence files that count: not rejected, and each content once.</source>
        <translation>计分的关键证据文件：未被驳回，内容相同的只算一份。</translation>
    </message>
    <message>
        <source>Customer inquiries</source>
        <translation>客户主动询问</translation>
    </message>
    <message>
        <source>Inquiries by the customer within the days that the health looks back.</source>
        <translation>健康分回看期内客户主动发起的询问。</translation>
    </message>
    <message>
        <source>Days without update</source>
        <translation>未更新天数</translation>
    </message>
    <message>
        <source>Days without progress beyond what the playbook allows; the day in progress counts.</source>
        <translation>超出打法允许时间的无进展天数，当天计入。</translation>
    </message>
    <message>
        <source>Since the last progress</source>
        <translation>距上次进展</translation>
    </message>
    <message>
        <source>Since the last update of any kind: an event, a file, talk. Without one, since the creation.</source>
        <translation>距最近一次更新（事件、文件或沟通）的时间；从未更新则从创建算起。</translation>
    </message>
    <message>
        <source>In this stage</source>
        <translation>在本阶段</translation>
    </message>
    <message>
        <source>Since the last move into the claimed stage.</source>
        <translation>距最近一次进入自报阶段的时间。</translation>
    </message>
    <message>
        <source>Limit of this stage</source>
        <translation>本阶段时限</translation>
    </message>
    <message>
        <source>How long the playbook allows a deal to be in the claimed stage.</source>
        <translation>打法允许商机在自报阶段停留的时间。</translation>
    </message>
    <message>
        <source>Quiet days allowed</source>
        <translation>允许的静默天数</translation>
    </message>
    <message>
        <source>How long the playbook allows a deal to be without progress in the claimed stage.</source>
        <translation>打法允许商机在自报阶段无进展的时间。</translation>
    </message>
    <message>
        <source>Contacts without an answer</source>
        <translation>连续未获回应</translation>
    </message>
    <message>
        <source>Contacts by us since the customer last answered.</source>
        <translation>客户上次回应之后我方的联系次数。</translation>
    </message>
    <message>
        <source>Since the last contact</source>
        <translation>距上次互动</translation>
    </message>
    <message>
        <source>Since the last contact in either direction. Without one, since the creation.</source>
        <translation>距最近一次双向任一方的联系；从未联系则从创建算起。</translation>
    </message>
    <message>
        <source>Since the last contact of substance</source>
        <translation>距上次实质互动</translation>
    </message>
    <message>
        <source>Since a price, a sample, a document or a decision was last spoken of. Without one, since the creation.</source>
        <translation>距最近一次谈到报价、样品、资料或决策的时间；从未谈到则从创建算起。</translation>
    </message>
    <message>
        <source>Demonstration without feedback</source>
        <translation>演示未获反馈</translation>
    </message>
    <message>
        <source>Since a demonstration after which the customer said nothing.</source>
        <translation>距一次演示之后客户没有任何反馈的时间。</translation>
    </message>
    <message>
        <source>Without material</source>
        <translation>未发资料</translation>
    </message>
    <message>
        <source>Since the newest contact person became known, with nothing sent since.</source>
        <translation>距最新联系人出现、此后没有发过资料的时间。</translation>
    </message>
    <message>
        <source>Meetings missed</source>
        <translation>缺席会议</translation>
    </message>
    <message>
        <source>Meetings of the customer in a row, up to the last, at which none of us was.</source>
        <translation>客户最近连续召开而我方无人参加的会议。</translation>
    </message>
    <message>
        <source>Tender without a bid</source>
        <translation>招标未备标</translation>
    </message>
    <message>
        <source>1 when the customer has published a tender and this deal is not in bid preparation.</source>
        <translation>客户已发布招标而本商机未进入投标准备时为 1。</translation>
    </message>
    <message>
        <source>Service period left</source>
        <translation>服务期剩余</translation>
    </message>
    <message>
        <source>Until the service period of the contract ends.</source>
        <translation>距合同服务期结束的时间。</translation>
    </message>
    <message>
        <source>Inquiry without an answer</source>
        <translation>询问未回复</translation>
    </message>
    <message>
        <source>Since the customer&apos;s last inquiry, with no contact by us after it.</source>
        <translation>距客户最近一次询问、此后我方没有联系的时间。</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>From the customer&apos;s first inquiry to our first contact after it.</source>
        <translation>从客户首次询问到我方此后首次联系的时间。</translation>
    </message>
    <message>
        <source>Since a rival&apos;s price was named</source>
        <translation>距竞品报价</translation>
    </message>
    <message>
        <source>Since a talk in which both a competitor and a price were named.</source>
        <translation>距一次同时谈到竞争对手和价格的沟通的时间。</translation>
    </message>
    <message>
        <source>Good talks</source>
        <translation>正面沟通</translation>
    </message>
    <message>
        <source>Talks in which the customer spoke well of us.</source>
        <translation>客户对我方给出正面评价的沟通。</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>到账笔数</translation>
    </message>
    <message>
        <source>Payments that were received.</source>
        <translation>已到账的款项笔数。</translation>
    </message>
    <message>
        <source>Since the signing</source>
        <translation>距签约</translation>
    </message>
    <message>
        <source>Since the deal was won, or came to the stage that the playbook calls signed.</source>
        <translation>距赢单或进入打法所称签约阶段的时间。</translation>
    </message>
    <message>
        <source>Stage changes this week</source>
        <translation>本周阶段变更</translation>
    </message>
    <message>
        <source>Moves between stages in the last days that the playbook looks at for bouncing.</source>
        <translation>打法判断来回跳动的回看期内的阶段变更。</translation>
    </message>
    <message>
        <source>Close date pushed</source>
        <translation>成交日推迟次数</translation>
    </message>
    <message>
        <source>How often the expected close date was moved later.</source>
        <translation>预计成交日被推后的次数。</translation>
    </message>
    <message>
        <source>Past the close date</source>
        <translation>超过成交日</translation>
    </message>
    <message>
        <source>Since the rep&apos;s expected close date went by.</source>
        <translation>距销售填报的成交日已过的时间。</translation>
    </message>
    <message>
        <source>Expected to close in</source>
        <translation>预计成交还需</translation>
    </message>
    <message>
        <source>Stages not proven</source>
        <translation>未验证阶段</translation>
    </message>
    <message>
        <source>Stages between the claimed one and the furthest one that the gates prove.</source>
        <translation>自报阶段与准入条件已证实的最远阶段之间相差的阶段数。</translation>
    </message>
    <message>
        <source>Age of the deal</source>
        <translation>商机存续</translation>
    </message>
    <message>
        <source>Since the deal was created.</source>
        <translation>距商机创建的时间。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What the deal is worth, as it was recorded last.</source>
        <translation>最近一次记录的商机金额。</translation>
    </message>
    <message>
        <source>The median of what remained for won deals that had been in this stage as long. Where the deal has been in it longer than every deal that was won: as long again. Where too few were won: the playbook&apos;s number.</source>
        <translation>曾在该阶段停留同样久的赢单，其剩余天数的中位数。停留时间超过所有赢单时，按再停留同样久估计；赢单太少时，用打法中的数值。</translation>
    </message>
</context>
<context>
    <name>ui::Opening</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Making a sample organisation</source>
        <translation>正在生成示例组织</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.plumb);;All files (*)</source>
        <translation>工作区 (*.plumb);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ui::Organisation</name>
    <message>
        <source>rep</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>director</source>
        <translation>总监</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>运营</translation>
    </message>
    <message>
        <source>quality and coaching</source>
        <translation>质检与辅导</translation>
    </message>
    <message>
        <source>presales</source>
        <translation>售前</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>法务</translation>
    </message>
    <message>
        <source>product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全员</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>shows everyone&apos;s deals</source>
        <translation>显示全部商机</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Directors</source>
        <translation>总监</translation>
    </message>
    <message>
        <source>Reps</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <translation>其他人</translation>
    </message>
</context>
<context>
    <name>ui::PersonPopover</name>
    <message>
        <source>Choose somebody</source>
        <translation>请选择人员</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Esc closes</source>
        <translation>↑ ↓ 选择 · Esc 关闭</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
</context>
<context>
    <name>ui::Picker</name>
    <message>
        <source>Nothing is called like that.</source>
        <translation>没有符合的结果。</translation>
    </message>
</context>
<context>
    <name>ui::PlayBar</name>
    <message>
        <source>The week that the map shows</source>
        <translation>地图显示的那一周</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>播放速度</translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) a second</source>
        <translation>
            <numerusform>每秒 %Ln 周</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play the quarter</source>
        <translation>播放这一季度</translation>
    </message>
</context>
<context>
    <name>ui::ProcessPane</name>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>按团队</translation>
    </message>
    <message>
        <source>By region</source>
        <translation>按大区</translation>
    </message>
    <message>
        <source>Process board</source>
        <translation>流程看板</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>销售流程</translation>
    </message>
    <message>
        <source>Whose process</source>
        <translation>谁的流程</translation>
    </message>
    <message>
        <source>What is told of each stage</source>
        <translation>每个阶段看什么</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No deal entered a stage in this period and scope.</source>
        <translation>在此期间和范围内没有商机进入任何阶段。</translation>
    </message>
</context>
<context>
    <name>ui::QuietDay</name>
    <message>
        <source>Looking through the deals…</source>
        <translation>正在检查商机…</translation>
    </message>
    <message>
        <source>No open deals here</source>
        <translation>这里没有进行中的商机</translation>
    </message>
    <message>
        <source>Nothing needs you today</source>
        <translation>今天没有需要你处理的商机</translation>
    </message>
    <message>
        <source>There is no open deal in this scope on this day. Choose another scope, or import deals.</source>
        <translation>当日该范围内没有进行中的商机。请换一个范围，或导入商机。</translation>
    </message>
    <message>
        <source>There is no open deal in this scope on this day. Choose another scope or another day.</source>
        <translation>当日该范围内没有进行中的商机。请换一个范围或另选一天。</translation>
    </message>
    <message numerus="yes">
        <source>All %n open deal(s) were checked and no rule found anything to flag.</source>
        <translation>
            <numerusform>已检查全部 %Ln 个进行中的商机，没有规则发出预警。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them red.</source>
        <translation>
            <numerusform>其中 %Ln 个为红色。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were snoozed or dismissed.</source>
        <translation>
            <numerusform>另有 %Ln 个已稍后提醒或忽略。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next one comes back on %1.</source>
        <translation>下一个将于 %1 再次提醒。</translation>
    </message>
    <message>
        <source>Nothing was flagged on this day</source>
        <translation>这一天没有预警</translation>
    </message>
    <message>
        <source>The records of this workspace end on this day. What has gone by since then is flagged now.</source>
        <translation>本工作区的记录到这一天为止。此后到期的事项，请回到现在查看预警。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n open lead(s) in this scope and no open deal. No rule flags one of them on this day; deals come with an import.</source>
        <translation>
            <numerusform>此范围内有 %Ln 条未转化线索，没有进行中的商机。这一天没有规则对线索预警；导入后即可看到商机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n open deal(s) were checked and no flag is left open.</source>
        <translation>
            <numerusform>已检查全部 %Ln 个进行中的商机，没有待处理的预警。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in a stage that the playbook does not have, or in one that nobody told: what asks for a stage does not judge them.</source>
        <translation>
            <numerusform>其中 %Ln 个所处的阶段未知，或打法中没有：与阶段有关的规则不评判它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n open deal(s) here, and little to judge them by: %1 of the rules go by talk, files, roles or payments, which are not recorded.</source>
        <translation>
            <numerusform>这里有 %Ln 个未结束的商机，但可供判断的记录不足：%1 条规则依据沟通、文件、决策角色或回款，而这些都没有记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>What comes next comes with new records.</source>
        <translation>有新记录时才会有新的提示。</translation>
    </message>
    <message>
        <source>Next: %1 is expected to close on %2.</source>
        <translation>接下来：%1 预计 %2 成交。</translation>
    </message>
    <message>
        <source>Next: on %2 %1 has been in its stage for as long as it may.</source>
        <translation>接下来：到 %2，%1 在当前阶段的停留达到上限。</translation>
    </message>
    <message>
        <source>Nothing to flag in what is recorded</source>
        <translation>现有记录中没有可预警的内容</translation>
    </message>
</context>
<context>
    <name>ui::RankPopover</name>
    <message>
        <source>This deal is in another currency, and there are no rates: it counts as many times the usual amount as it has in its own currency.</source>
        <translation>这个商机用的是另一种币种，目前没有汇率：按它在本币种中相当于通常金额的几倍来折算排序。</translation>
    </message>
    <message>
        <source>Why it stands here</source>
        <translation>为何排在这里</translation>
    </message>
    <message>
        <source>Money at stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧迫度</translation>
    </message>
    <message>
        <source>Actionability</source>
        <translation>可行动性</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排序值</translation>
    </message>
    <message>
        <source>Rule “%1”, version %2</source>
        <translation>规则“%1”，版本 %2</translation>
    </message>
    <message>
        <source>The day&apos;s list shows the highest ranks first · Esc closes</source>
        <translation>今日清单按排序值从高到低 · Esc 关闭</translation>
    </message>
</context>
<context>
    <name>ui::ReasonPopover</name>
    <message>
        <source>Or in your own words</source>
        <translation>或自行填写</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>自行填写的理由</translation>
    </message>
</context>
<context>
    <name>ui::SearchField</name>
    <message>
        <source>Search deals, customers, people</source>
        <translation>搜索商机、客户、人员</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>没有符合的结果。</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Who I am</source>
        <translation>我是谁(&amp;W)</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Ctrl+K opens the command palette: type what you want to do, in English or Chinese.</source>
        <translation>Ctrl+K 打开命令面板：用中文或英文输入想做的事。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Plumbline</source>
        <translation>准绳</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>ui::SliceChooser</name>
    <message>
        <source>Compare nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Compare regions</source>
        <translation>对比大区</translation>
    </message>
    <message>
        <source>Compare teams</source>
        <translation>对比团队</translation>
    </message>
    <message>
        <source>Compare people</source>
        <translation>对比人员</translation>
    </message>
    <message>
        <source>Compare products</source>
        <translation>对比产品</translation>
    </message>
    <message>
        <source>Compare channels</source>
        <translation>对比渠道</translation>
    </message>
    <message>
        <source>Compare segments</source>
        <translation>对比行业</translation>
    </message>
    <message>
        <source>Compare quarters</source>
        <translation>对比季度</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>对比什么</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>第一组</translation>
    </message>
    <message>
        <source>Second slice</source>
        <translation>第二组</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Without one</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <translation>%2 年第 %1 季度</translation>
    </message>
</context>
<context>
    <name>ui::SnoozePopover</name>
    <message>
        <source>Snooze until</source>
        <translation>稍后提醒至</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>三天后</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下周一</translation>
    </message>
    <message>
        <source>A day of the calendar</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
</context>
<context>
    <name>ui::StageDelegate</name>
    <message>
        <source>claimed</source>
        <translation>自报</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>强制通过</translation>
    </message>
</context>
<context>
    <name>ui::StagePathModel</name>
    <message>
        <source>limit %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>days in a stage, of its limit</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>over its limit by %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>自报</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>gate overridden</source>
        <translation>准入条件被强制通过</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) of its gate unmet</source>
        <translation>
            <numerusform>准入条件有 %Ln 项未满足</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>As of %1, read-only</source>
        <translation>截至 %1，只读</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>%1 facts</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Everything that was ever recorded in this workspace</source>
        <translation>该工作区中曾记录的全部内容</translation>
    </message>
    <message numerus="yes">
        <source>%n playbook version(s) cannot be read</source>
        <translation>
            <numerusform>有 %Ln 个打法版本无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>看看是哪一个、为什么</translation>
    </message>
    <message>
        <source>Sample data as of %1</source>
        <translation>示例数据，截至%1</translation>
    </message>
    <message>
        <source>A made-up organisation. Its clock stands still on this day: “now” here is then.</source>
        <translation>虚构的组织，时钟停在这一天：这里的“现在”就是那时。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Newest record %1</source>
        <translation>最新记录 %1</translation>
    </message>
    <message>
        <source>Newest record %1  ·  imported %2</source>
        <translation>最新记录 %1  ·  导入于 %2</translation>
    </message>
    <message>
        <source>When something last happened to a deal or lead, and when records were last imported</source>
        <translation>商机或线索上最近一次发生事情的时间，以及最近一次导入的时间</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) made here</source>
        <translation>
            <numerusform>本地操作 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions made in this file, and those taken back: each is kept with its time</source>
        <translation>在本文件中做出和撤销的决定，每一次都连同时间保留</translation>
    </message>
</context>
<context>
    <name>ui::TaskPopover</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>%Ln 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>No date</source>
        <translation>不限期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Tab to change · Esc closes</source>
        <translation>Tab 修改 · Esc 关闭</translation>
    </message>
    <message>
        <source>Give the task</source>
        <translation>指派任务</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>请选择人员</translation>
    </message>
</context>
<context>
    <name>ui::TimeBar</name>
    <message>
        <source>Day shown</source>
        <translation>显示日期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The day that is shown. Everything counts as it was known at the end of that day.</source>
        <translation>当前显示的日期。所有内容以当天结束时已知的情况为准。</translation>
    </message>
    <message>
        <source>Day shown, on a line</source>
        <translation>时间轴上的日期</translation>
    </message>
</context>
<context>
    <name>ui::TimeSlider</name>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1，对比 %2</translation>
    </message>
</context>
<context>
    <name>ui::TimelineModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>recorded late, %1</source>
        <translation>补录于 %1</translation>
    </message>
    <message>
        <source>Happened %1, recorded %2</source>
        <translation>发生于 %1，录入于 %2</translation>
    </message>
</context>
<context>
    <name>ui::TimelinePane</name>
    <message>
        <source>Only %1</source>
        <translation>只看%1</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>搜索时间线</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>没有符合筛选的内容。</translation>
    </message>
</context>
<context>
    <name>ui::Toast</name>
    <message>
        <source>Undo (%1)</source>
        <translation>撤销（%1）</translation>
    </message>
</context>
<context>
    <name>ui::TodayDelegate</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>ui::TodayHead</name>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>%1 of %2 flagged</source>
        <translation>预警 %1 / %2</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>进行中 %1</translation>
    </message>
    <message>
        <source>%1 red</source>
        <translation>红色 %1</translation>
    </message>
    <message>
        <source>%1 put aside</source>
        <translation>已搁置 %1</translation>
    </message>
    <message>
        <source>The records of this workspace end on this day.</source>
        <translation>本工作区的记录止于这一天，因此按这一天显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) cannot judge: no talk, files, roles or payments are recorded for them.</source>
        <translation>
            <numerusform>有 %Ln 条规则无法判断：这里没有记录所需的沟通、文件、角色或回款。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Talk, files and roles are not recorded here: no health is shown, and %n rule(s) stay silent.</source>
        <translation>
            <numerusform>这里没有记录沟通、文件和决策角色：不显示健康分，%Ln 条规则不作判断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Flagged %1</source>
        <translation>预警 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>进行中 %1</translation>
    </message>
    <message>
        <source>Red %1</source>
        <translation>红色 %1</translation>
    </message>
    <message>
        <source>%1 not flagged any more</source>
        <translation>%1 个不再预警</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>与 %1 相比：%2</translation>
    </message>
</context>
<context>
    <name>ui::TodayModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>People and leads</source>
        <translation>人员与线索</translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>无金额</translation>
    </message>
    <message>
        <source>health %1</source>
        <translation>健康分 %1</translation>
    </message>
    <message>
        <source>%1. %2, %3. %4. %5, %6, %7, %8</source>
        <translation>%1。%2，%3。%4。%5，%6，%7，%8</translation>
    </message>
    <message>
        <source>%1 more below the line</source>
        <translation>线下还有 %1 个</translation>
    </message>
    <message>
        <source>People and leads, the %1 most urgent of %2</source>
        <translation>人员与线索，共 %2 条，先列最紧急的 %1 条</translation>
    </message>
    <message>
        <source>%1 more leads</source>
        <translation>还有 %1 条线索</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
</context>
<context>
    <name>ui::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Deals that need you today</source>
        <translation>今天需要你的商机</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Flagged deals</source>
        <translation>预警商机</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Whose deals are shown</source>
        <translation>显示谁的商机</translation>
    </message>
    <message>
        <source>Team or person</source>
        <translation>团队或人员</translation>
    </message>
    <message>
        <source>Stages, period, product, channel, segment</source>
        <translation>阶段口径、期间、产品、渠道、客群</translation>
    </message>
</context>
<context>
    <name>ui::Viewing</name>
    <message>
        <source>This is not the address of a view: one begins with plumbline: and a page, like plumbline:funnel?period=quarter.</source>
        <translation>这不是视图地址。地址以 plumbline: 加页面开头，例如 plumbline:funnel?period=quarter。</translation>
    </message>
    <message>
        <source>This address has a part that is not known here: “%1”. A newer Plumbline may know it.</source>
        <translation>地址中有本程序不认识的部分：“%1”。更新版本的准绳也许认识。</translation>
    </message>
    <message>
        <source>This address has a part that cannot be read: “%1”.</source>
        <translation>地址中有无法识别的部分：“%1”。</translation>
    </message>
    <message>
        <source>Views (*%1)</source>
        <translation>视图 (*%1)</translation>
    </message>
    <message>
        <source>The address of this view is on the clipboard.</source>
        <translation>当前视图的地址已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>The view that is shown</source>
        <translation>当前视图</translation>
    </message>
    <message>
        <source>Forget “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Save this view as</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>“%1” is among the saved views (%2).</source>
        <translation>“%1”已保存（按 %2 可再次打开）。</translation>
    </message>
    <message>
        <source>“%1” is forgotten.</source>
        <translation>“%1”已删除。</translation>
    </message>
    <message>
        <source>Give this view away as a file</source>
        <translation>把当前视图存成文件</translation>
    </message>
    <message>
        <source>The view is in %1.</source>
        <translation>视图已存入 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Take a view from a file</source>
        <translation>从文件打开视图</translation>
    </message>
    <message>
        <source>Address of a view</source>
        <translation>视图地址</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 holds no view. %2</source>
        <translation>%1 不是视图文件。%2</translation>
    </message>
    <message>
        <source>This view is about a team that this workspace does not know: %1</source>
        <translation>该视图针对的团队在此工作区中不存在：%1</translation>
    </message>
    <message>
        <source>This view is about a person whom this workspace does not know: %1</source>
        <translation>该视图针对的人员在此工作区中不存在：%1</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>See which deals need you today</source>
        <translation>看清今天哪些商机需要你</translation>
    </message>
    <message>
        <source>Plumbline reads what your CRM already knows and shows the few deals that need a decision, each with its reason, what is missing, and one thing to do. Everything stays in one file on this machine.</source>
        <translation>准绳读取 CRM 里已有的记录，挑出少数真正需要决策的商机，逐一说明原因、缺少什么，以及该做的一件事。所有数据都保存在本机的一个文件里。</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>用示例数据试用</translation>
    </message>
    <message>
        <source>A made-up organisation with 1,200 deals over two years. Nothing to prepare.</source>
        <translation>一个虚构的销售组织，两年间 1,200 个商机，无需任何准备。</translation>
    </message>
    <message>
        <source>CSV, Excel or JSON Lines from any common CRM. You see everything before it is written.</source>
        <translation>来自常见 CRM 的 CSV、Excel 或 JSON Lines。写入之前可以先预览全部内容。</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Go on with a .plumb file of yours or of a colleague.</source>
        <translation>继续使用自己或同事的 .plumb 文件。</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Import from your CRM</source>
        <translation>导入 CRM 数据</translation>
    </message>
</context>
<context>
    <name>ui::WhoDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>你是谁？</translation>
    </message>
    <message>
        <source>Your team&apos;s deals are shown first, and what you decide carries your name. You can change it later in the settings.</source>
        <translation>优先显示你团队的商机，你的决定会署上你的名字。以后可以在设置中更改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>就是我</translation>
    </message>
    <message>
        <source>Type a name, a team or a role</source>
        <translation>输入姓名、团队或职务</translation>
    </message>
    <message>
        <source>Nobody of that name.</source>
        <translation>没有符合的人。</translation>
    </message>
    <message>
        <source>Show everyone&apos;s deals</source>
        <translation>查看全部商机</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不选择</translation>
    </message>
</context>
<context>
    <name>ui::WordsPopover</name>
    <message>
        <source>An empty line clears the field · Esc closes</source>
        <translation>留空即清除该字段 · Esc 关闭</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
</TS>
