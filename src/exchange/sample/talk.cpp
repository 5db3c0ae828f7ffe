// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/talk.h"

#include <fmt/format.h>

namespace exchange::sample {

namespace {

using Words = std::string_view;

// {who} the other person, {what} the product, {sum} the amount, {less} a smaller one, {rival} a competitor, {n} a small number;
// {unit}, {house}, {boss}, {supply}, {panel}, {buyer}, {capacity} are what a hospital, a factory and an office call such things.

constexpr std::array<Words, 9> leadNotes{
    "{who}主动讲到现有设备故障频繁，每月停 {n} 次，想了解{what}的参数和装机条件，约下周三看现场。",
    "{who}确认今年有更新计划，预算科目还没定；关心{what}的验收标准，会后发案例资料。",
    "{who}说去年选型时看过{rival}，卡在售后响应，今年重新评估，需要我方方案书和同行业案例。",
    "项目由{who}牵头，采购走公开比价，计划季度内立项，先要{what}资料和公司资质。",
    "{who}说{capacity}缺口约 {n} 成，要求先出{what}选型建议，再谈预算。",
    "{who}问{what}能否先试用两周，已答应协调样机，需先填试用申请。",
    "{who}介绍了部门情况，真正用的人是下面两个小组，建议先做一次需求调研再上会。",
    "现有供应商的合同 {n} 个月后到期，{who}开始看替代方案，{what}在备选里。",
    "{who}转来去年的选型表，价格只占三成，服务响应占四成，我方按这个准备资料。"};
constexpr std::array<Words, 9> needsNotes{
    "{who}确认三条痛点：等待时间长、人工复核多、数据不能回传；要求{what}支持双向接口。",
    "和{who}核对技术参数，现有条件满足{what}安装，唯一问题是供电，对方承诺月底前改造。",
    "{who}透露预算大概 {sum}，超过要重新立项；财务口由另一位领导审批。",
    "现场实测比对方说的慢 {n} 成，{who}认可这个数字，同意写进需求文档。",
    "{who}要求先做样品验证，定了 {n} 组样品，结果出来再谈方案。",
    "{who}说流程是：{unit}提需求、{panel}、比价、领导签字，大约 {n} 周；我方先提交技术方案初稿。",
    "和{who}逐条过了调研表，把{rival}的两条短板写成对比表，对方要带去{panel}。",
    "{who}反馈信息部门要求提供接口文档和安全资料，已安排售前 {n} 天内给到。",
    "{who}说领导最关心能省几个人，按现有排班测算可以省 {n} 个，数字写进了调研表。"};
constexpr std::array<Words, 9> demoNotes{"演示后和{who}复盘，最在意的是稳定性和{supply}成本，要求补一份三年成本对比表。",
                                         "{who}要看同规模客户的案例，已选 {n} 家，准备做成定制案例报告。",
                                         "{who}把演示录像和参数表转给了{boss}，等{panel}排期。",
                                         "{who}提出两个技术问题：数据延迟和断电恢复，售前当天书面答复，抄送了{buyer}。",
                                         "和{who}确认参加{panel}的人：使用、采购、财务各一位，终审人也会到。",
                                         "{rival}上周也做了演示，{who}说他们功能全但上线要 {n} 个月，我方两周装机是优势。",
                                         "陪{who}参观了一家已装机的客户，现场问了维保和培训，回来说可以往下走。",
                                         "{who}要求演示加一个场景：单人操作，约了下周四补演示。",
                                         "{who}要求把测试数据做成一页纸给{boss}看，明天发初稿。"};
constexpr std::array<Words, 9> priceNotes{"报价 {sum} 已发{who}，对方要求价格再看看，到 {less} 才好上会，我方坚持三年维保不减。",
                                          "和{who}谈付款条件：首付三成、验收六成、一成质保，对方希望验收后 {n} 周付。",
                                          "{who}确认内部比价单已经走到财务，三家里我方排第二，差 {n} 个点，建议用培训和备件换。",
                                          "价格谈到 {less}，{who}说{house}上会没问题，要我们把交期写进合同，不能超过 {n} 周。",
                                          "{who}要求把免费升级写进条款，已和法务确认，可以写一年。",
                                          "{who}给看了采购流程图，还差{boss}签字，本周五上会。",
                                          "{who}说成本压力大，问能否分两期付款，已申请折扣审批，{sum} 以内可以批。",
                                          "{who}说{rival}在本地没有备件库，出了故障要等，这点写进了对比表。",
                                          "{boss}问了两个问题，{who}转来，答复已写进报价单附注。"};
constexpr std::array<Words, 6> signingNotes{"合同盖章版收到，{who}说首付款已提交付款申请，预计 {n} 个工作日到账。",
                                            "和{who}核对合同附件，技术参数与报价单一致，补充条款两条，法务已过。",
                                            "{who}反馈财务要求先开发票再付首付，已安排开票。",
                                            "交付启动会定在下周二，{who}确认场地和对接人，装机工程师已排期。",
                                            "{who}确认首付三成本周走完审批，付款单位是总部账户。",
                                            "合同原件寄到{who}处，对方盖章流程两天，电子签章同步走。"};
constexpr std::array<Words, 7> deliveryNotes{"设备到货，和{who}开箱验收，外观无损，明天开始安装调试。",
                                             "安装调试第 {n} 天，{who}安排了 {n} 名操作员参加培训，试运行数据正常。",
                                             "试运行满两周，{who}确认 {n} 项指标达到合同要求，验收单走签字流程。",
                                             "{who}提到二期还有 {n} 个点位，等一期验收后立项，先发了扩容方案。",
                                             "和{who}对账，尾款 {less} 下月初付，发票已签收。",
                                             "{who}反馈有一次报警，工程师远程处理，原因是参数设置，已书面说明。",
                                             "{who}要求把操作培训录成视频，便于新人上岗，已安排培训师。"};

/// What the customer says, and what an attentive rep answers.
struct Pair {
    Words says;
    Words answer;
};
constexpr std::array<Pair, 7> leadSays{
    {{"{what}的参数和报价区间能发我一份吗？", "参数表和报价区间已发您邮箱，请查收。"},
     {"我们下个月要提计划，你们先给个方案和大概价格。", "方案初稿周四前给您，价格先按区间报。"},
     {"有没有同行业的案例？领导想先看看。", "同行业案例两份已发您，都可以安排电话回访。"},
     {"设备什么时候能来试用？要走什么手续？", "试用申请表发您了，盖章后 {n} 天内样机到位。"},
     {"你们和{rival}比有什么区别？给个对比表吧。", "对比表今天下午发您，含{rival}的公开数据。"},
     {"资质文件和检测报告麻烦提供一下，我这边建供应商档案。", "资质和检测报告扫描件已发您邮箱。"},
     {"装机对场地有什么要求？我们这边要提前改造。", "装机条件清单已发，也可以安排工程师来看现场。"}}};
constexpr std::array<Pair, 7> needsSays{
    {{"接口这块需要定制，你们能不能对接我们现有系统？", "接口文档已发，售前下周二和您信息部门开会确认。"},
     {"预算我问了，{sum} 上下，再高要上会。", "明白，方案按 {sum} 以内做两档，您先看配置。"},
     {"样品结果出来了吗？我们等着开{panel}。", "样品报告明天出，出来第一时间发您。"},
     {"技术参数表里温度那一项能不能再放宽一点？", "和研发确认了，可以放宽，修订版参数表已发。"},
     {"调研表我填好了，财务那边的人你要单独约。", "收到调研表，财务那边我约下周三面谈预算。"},
     {"领导问多久能上线，给个时间表。", "时间表发您了：签约后 {n} 周上线，含培训。"},
     {"上次说的两条痛点，方案里写进去没有？", "方案第二页就是，修订版已发您。"}}};
constexpr std::array<Pair, 7> demoSays{
    {{"演示视频再发一份，另外两位领导没到场。", "演示视频和参数说明已发，需要的话再演示一场。"},
     {"三年的{supply}和维护成本算一下发我。", "三年成本测算表已发，和现有方案对比列在第二页。"},
     {"技术问题的书面答复收到了，{panel}定在下周。", "好的，{panel}材料周一前给您，售前一起到场。"},
     {"能不能安排去看一家已经在用的客户？", "已联系好一家已装机的客户，下周四可以去看。"},
     {"{rival}说他们也能做，你们的优势在哪，写清楚给我。", "差异写成一页对比表发您了，重点是上线时间和备件。"},
     {"参数确认没问题，麻烦把装机要求发给我们基建。", "装机要求已发基建邮箱，抄送您。"},
     {"操作的同事问培训怎么安排？", "培训两天，方案和课表已发您。"}}};
constexpr std::array<Pair, 7> priceSays{
    {{"报价单收到，总价偏高，领导那边不好过。", "价差主要在三年维保，分项报价单已发，您可以逐项比。"},
     {"付款方式能不能改成验收后付六成？", "可以谈，首付三成不变，条款我让法务改一版。"},
     {"比价已经报上去了，周五上会，等结果。", "好的，上会需要的技术和价格说明已发您。"},
     {"折扣再申请一下，领导希望 {less} 以内。", "折扣审批已提交，周三前给您答复。"},
     {"合同模板先发我，法务要提前看。", "合同模板已发，条款有问题我让法务直接联系您。"},
     {"交期写几周？超期怎么赔，要写进条款。", "交期 {n} 周写进合同，超期按条款赔付，已和交付确认。"},
     {"{boss}问质保期能不能延长一年。", "延保可以做，报价单里加了一行，新版已发您。"}}};
constexpr std::array<Pair, 3> rivalSays{
    {{"竞品{rival}的报价比你们低 {n} 个点，总价不动的话上会不好过。", "收到，我们今天对一下两边的配置，差在哪里列给您。"},
     {"另一家{rival}昨天又降价了，领导问你们能不能跟到 {less}。", "明白，今天内部商量，明早给您答复。"},
     {"友商{rival}把价格报到了 {less}，还送培训，你们这边怎么说？", "谢谢提醒，培训和备件这块我们也可以谈，明早给您回话。"}}};
constexpr std::array<Pair, 4> signingSays{{{"合同已经盖章，原件明天寄出。", "收到，我方盖章后当天寄回一份合同原件。"},
                                           {"发票抬头发你了，财务说收到发票就付首付。", "发票今天开出，电子版先发您。"},
                                           {"首付款今天提交审批了。", "好的，首付到账后马上安排发货。"},
                                           {"装机的人哪天到？我要提前约停机。", "装机工程师下周二到，名单和安装方案已发您。"}}};
constexpr std::array<Pair, 5> deliverySays{{{"验收单还差{boss}签字，下周一给你。", "好的，验收单签完我来取。"},
                                            {"培训能不能再加一场？有一批人没赶上。", "可以，下周三加一场培训，线上线下都行。"},
                                            {"尾款下月初付，发票收到了。", "收到，尾款到账后给您开收据。"},
                                            {"二期的方案和报价先准备一版。", "二期方案和报价下周给您初稿。"},
                                            {"报警代码 {n} 是什么意思？", "参数设置引起的，处理说明和参数表已发您。"}}};

constexpr std::array<Words, 5> callFillers{"已电话沟通", "已联系，客户在忙", "电话未接通，改天再聊", "已沟通，情况正常",
                                           "已联系，等通知"};
constexpr std::array<Words, 4> visitFillers{"常规拜访，维护关系", "例行拜访，无进展", "常规拜访，客户在忙", "拜访，客情维护"};
constexpr std::array<Words, 5> writtenFillers{"微信问候，保持联系", "正常跟进中", "继续跟进", "跟进，无进展", "已联系，等通知"};
constexpr std::array<Words, 6> smallTalks{"好的，收到。",   "嗯，先这样。",   "这周忙，回头说。",
                                          "知道了，谢谢。", "在开会，晚点。", "好的，辛苦。"};
constexpr std::array<Words, 5> praises{"上次演示效果很好，领导也看了录像。", "这套{what}正是我们需要的，大家评价很高。",
                                       "你们工程师很专业，问题当场就讲清楚了。", "样品测试结果很满意，比我们预期好。",
                                       "{unit}反馈很好，希望尽快合作。"};
constexpr std::array<Words, 4> soberFeedbacks{
    "演示看了，操作步骤比现在多两步，需要再评估。", "功能基本够用，报表要按我们的格式改，麻烦出方案。",
    "几位同事意见不一，先把技术答复发来，{panel}再定。", "数据接口那部分没看明白，请再给一份文档和参数。"};

constexpr std::array<std::array<Words, 3>, stageCount> nextSteps{
    {{"约现场拜访，确认痛点和决策人", "发送公司资料与同行业案例", "确认立项时间和预算来源"},
     {"完成需求调研表并请客户确认", "安排样品验证", "约财务负责人面谈预算"},
     {"48 小时内发送定制案例报告", "确认论证会时间和参会人", "书面答复技术问题"},
     {"取得客户内部比价单", "约终审人当面确认价值", "提交折扣审批并回复"},
     {"确认首付款到账日期", "召开交付启动会", "核对合同附件与报价一致"},
     {"完成客户书面验收", "跟进尾款与发票", "提出二期需求并约复盘"}}};
constexpr std::array<Words, 7> lossReasons{
    "客户预算取消，项目暂停", "决策人更换，需求推迟",   "技术参数不满足", "长期无进展，客户不再回应",
    "客户改为内部自建",       "选择竞品，看重本地服务", "价格高于竞品"};
/// The reasons for which a deal is lost before there is a price.
constexpr std::int64_t earlyReasons = 5;

struct Dialect {
    Words unit;
    Words house;
    Words boss;
    Words supply;
    Words panel;
    Words buyer;
    Words capacity;
    std::array<Words, 3> rivals;
};
constexpr std::array<Dialect, 3> dialects{
    {{"科室", "院里", "副院长", "试剂", "论证会", "设备科", "检测能力", {"柏睿康", "诺宜诊断", "鼎测仪器"}},
     {"车间", "公司", "副总", "备件", "评审会", "采购部", "产能", {"维石科技", "瀚控自动化", "鼎测仪器"}},
     {"业务科", "单位", "分管领导", "耗材", "论证会", "采购办", "实验工位", {"启衡信息", "维石科技", "鼎测仪器"}}}};

/// The next of a stage's words: every deal begins elsewhere and repeats none before it has used all.
template <class T>
const T &inTurn(const std::array<std::span<const T>, stageCount> &byStage, const Topic &topic)
{
    const std::span<const T> words = byStage.at(static_cast<std::size_t>(topic.stage));
    return words[topic.turn % words.size()];
}

std::string filledWith(Random &random, Words form, const Topic &topic)
{
    const std::string sum = spoken(topic.amount);
    const std::string less = spoken(topic.amount * random.between(88, 97) / 100);
    const std::string number = std::to_string(random.between(2, 6));
    const Dialect &dialect = dialects.at(static_cast<std::size_t>(topic.sector));
    const std::array<std::pair<Words, Words>, 13> words{{{"who", topic.person},
                                                         {"what", topic.product},
                                                         {"sum", sum},
                                                         {"less", less},
                                                         {"rival", random.pick(dialect.rivals)},
                                                         {"n", number},
                                                         {"unit", dialect.unit},
                                                         {"house", dialect.house},
                                                         {"boss", dialect.boss},
                                                         {"supply", dialect.supply},
                                                         {"panel", dialect.panel},
                                                         {"buyer", dialect.buyer},
                                                         {"capacity", dialect.capacity}}};
    return filled(form, words);
}

} // namespace

std::string spoken(std::int64_t amount)
{
    const std::int64_t tenths = (amount + 500) / 1000;
    return tenths % 10 == 0 ? fmt::format("{} 万", tenths / 10) : fmt::format("{}.{} 万", tenths / 10, tenths % 10);
}

std::string noteOf(Random &random, const Topic &topic)
{
    static constexpr std::array<std::span<const Words>, stageCount> notes{leadNotes,  needsNotes,   demoNotes,
                                                                          priceNotes, signingNotes, deliveryNotes};
    return filledWith(random, inTurn(notes, topic), topic);
}

Exchange customerSays(Random &random, const Topic &topic)
{
    static constexpr std::array<std::span<const Pair>, stageCount> says{leadSays,  needsSays,   demoSays,
                                                                        priceSays, signingSays, deliverySays};
    const Pair &pair = inTurn(says, topic);
    Random again = random; // the same competitor and numbers in both
    return {filledWith(random, pair.says, topic), filledWith(again, pair.answer, topic)};
}

Exchange rivalOnPrice(Random &random, const Topic &topic)
{
    const Pair &pair = random.pick(rivalSays);
    Random again = random;
    return {filledWith(random, pair.says, topic), filledWith(again, pair.answer, topic)};
}

std::string filler(Random &random, domain::ActivityKind kind)
{
    if (kind == domain::ActivityKind::Visit || kind == domain::ActivityKind::Meeting)
        return std::string(random.pick(visitFillers));
    return std::string(kind == domain::ActivityKind::Call ? random.pick(callFillers) : random.pick(writtenFillers));
}

std::string smallTalk(Random &random)
{
    return std::string(random.pick(smallTalks));
}

std::string praise(Random &random, const Topic &topic)
{
    return filledWith(random, random.pick(praises), topic);
}

std::string soberFeedback(Random &random, const Topic &topic)
{
    return filledWith(random, random.pick(soberFeedbacks), topic);
}

std::string nextStep(Random &random, int stage)
{
    return std::string(random.pick(nextSteps.at(static_cast<std::size_t>(stage))));
}

std::string lossReason(Random &random, int stage)
{
    const std::int64_t count = stage >= Demo ? static_cast<std::int64_t>(lossReasons.size()) : earlyReasons;
    return std::string(lossReasons.at(static_cast<std::size_t>(random.below(count))));
}

} // namespace exchange::sample
