// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/vocabulary.h"

namespace exchange::sample {

namespace {

using Words = std::string_view;

constexpr std::array<Words, 40> surnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱",
                                         "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于",
                                         "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕"};
constexpr std::array<Words, 57> givenNames{
    "志强", "晓燕", "建国", "雨桐", "伟",   "静",   "浩然", "婷婷", "国栋", "丽华", "子轩", "海燕", "磊",   "敏",   "俊杰",
    "雪梅", "文博", "思远", "佳怡", "鹏飞", "晨曦", "明辉", "秀英", "天佑", "丹",   "嘉豪", "慧敏", "振宇", "梦洁", "勇",
    "倩",   "学军", "亚男", "宏伟", "诗涵", "立新", "玉兰", "凯",   "艳",   "永康", "若曦", "斌",   "春晓", "泽宇", "娜",
    "世杰", "欣怡", "建平", "洁",   "一鸣", "晓东", "芳",   "书豪", "红梅", "卫民", "琳",   "少华"};
constexpr std::array<Words, 24> brandStarts{"衡", "澜", "沐", "禾", "岚", "砺", "屿", "珩", "昭", "栩", "翎", "霁",
                                            "楷", "煦", "璟", "榆", "槿", "泓", "澄", "骏", "铮", "恪", "皓", "昱"};
constexpr std::array<Words, 24> brandEnds{"川", "原", "辰", "溪", "屹", "舟", "岭", "序", "域", "桥", "塔", "澍",
                                          "棠", "砚", "钧", "弦", "笙", "苑", "坤", "程", "帆", "衢", "垣", "岱"};

constexpr std::array<Words, 9> eastCities{"上海", "苏州", "南京", "杭州", "宁波", "无锡", "合肥", "嘉兴", "绍兴"};
constexpr std::array<Words, 8> southCities{"广州", "深圳", "东莞", "佛山", "厦门", "福州", "珠海", "惠州"};
constexpr std::array<Words, 7> northCities{"北京", "天津", "济南", "青岛", "石家庄", "太原", "郑州"};
constexpr std::array<Words, 5> westCities{"成都", "重庆", "贵阳", "昆明", "绵阳"};
constexpr std::array<Words, 4> centreCities{"武汉", "长沙", "南昌", "宜昌"};
constexpr std::array<Words, 4> farWestCities{"西安", "兰州", "银川", "宝鸡"};
constexpr std::array<Words, 4> farNorthCities{"沈阳", "大连", "长春", "哈尔滨"};
constexpr std::array<Region, 7> allRegions{{{"华东", eastCities, 3120, 12060},
                                            {"华南", southCities, 2310, 11350},
                                            {"华北", northCities, 3850, 11680},
                                            {"西南", westCities, 2950, 10550},
                                            {"华中", centreCities, 2970, 11380},
                                            {"西北", farWestCities, 3510, 10700},
                                            {"东北", farNorthCities, 4290, 12430}}};

constexpr std::array<Words, 3> topHospitals{"{city}{brand}中心医院", "{city}{brand}医科大学附属医院",
                                            "{city}市{brand}区第一医院"};
constexpr std::array<Words, 4> hospitals{"{city}市{brand}区医院", "{city}{brand}妇儿医院", "{city}{brand}骨科医院",
                                         "{city}市{brand}县中医院"};
constexpr std::array<Words, 2> laboratories{"{city}{brand}医学检验实验室有限公司", "{city}{brand}基因检测有限公司"};
constexpr std::array<Words, 3> carMakers{"{city}{brand}汽车零部件有限公司", "{city}{brand}汽车电子有限公司",
                                         "{brand}（{city}）底盘系统有限公司"};
constexpr std::array<Words, 3> electronics{"{city}{brand}电子科技有限公司", "{city}{brand}精密电子有限公司",
                                           "{city}{brand}半导体材料有限公司"};
constexpr std::array<Words, 3> foods{"{city}{brand}食品股份有限公司", "{city}{brand}乳业有限公司", "{city}{brand}饮料有限公司"};
constexpr std::array<Words, 3> machines{"{city}{brand}智能装备有限公司", "{city}{brand}精密机械有限公司",
                                        "{city}{brand}重工有限公司"};
constexpr std::array<Words, 3> schools{"{city}市{brand}区教育局", "{city}{brand}职业技术学院", "{city}市{brand}县教育局"};
constexpr std::array<Words, 2> publicHealth{"{city}市{brand}区疾病预防控制中心", "{city}市{brand}县疾病预防控制中心"};

constexpr std::array<Words, 3> bedSizes{"800–1200 床", "1200–2000 床", "2000 床以上"};
constexpr std::array<Words, 3> smallBedSizes{"100–300 床", "300–500 床", "500–800 床"};
constexpr std::array<Words, 4> staffSizes{"50–200 人", "200–500 人", "500–1000 人", "1000 人以上"};
constexpr std::array<Words, 2> officeSizes{"20–50 人", "50–200 人"};

constexpr std::array<Words, 4> hospitalOthers{"检验科组长", "采购办专员", "信息科工程师", "护理部副主任"};
constexpr std::array<Words, 3> laboratoryOthers{"检测组长", "质量主管", "仓储主管"};
constexpr std::array<Words, 4> factoryOthers{"工艺工程师", "采购专员", "质量主管", "车间主任"};
constexpr std::array<Words, 3> schoolOthers{"实验中心教师", "招标办专员", "信息中心主任"};

constexpr std::array<std::size_t, 6> hospitalProducts{0, 1, 2, 3, 5, 11};
constexpr std::array<std::size_t, 5> smallHospitalProducts{1, 3, 4, 5, 0};
constexpr std::array<std::size_t, 4> laboratoryProducts{0, 2, 11, 13};
constexpr std::array<std::size_t, 4> factoryProducts{6, 7, 8, 9};
constexpr std::array<std::size_t, 4> lightProducts{6, 9, 10, 13};
constexpr std::array<std::size_t, 3> schoolProducts{12, 14, 8};
constexpr std::array<std::size_t, 3> publicProducts{0, 13, 12};

constexpr std::array<Industry, 9> allIndustries{{
    {"三级医院",
     topHospitals,
     bedSizes,
     {"检验科主任", "设备科科长", "分管副院长"},
     hospitalOthers,
     hospitalProducts,
     13,
     130,
     Sector::Medical,
     false},
    {"二级医院",
     hospitals,
     smallBedSizes,
     {"检验科主任", "设备科科长", "副院长"},
     hospitalOthers,
     smallHospitalProducts,
     20,
     105,
     Sector::Medical,
     false},
    {"第三方检验",
     laboratories,
     staffSizes,
     {"技术总监", "采购经理", "总经理"},
     laboratoryOthers,
     laboratoryProducts,
     9,
     80,
     Sector::Factory,
     false},
    {"汽车零部件",
     carMakers,
     staffSizes,
     {"设备部经理", "财务经理", "总经理"},
     factoryOthers,
     factoryProducts,
     14,
     95,
     Sector::Factory,
     false},
    {"电子制造",
     electronics,
     staffSizes,
     {"工程部经理", "采购经理", "生产副总"},
     factoryOthers,
     factoryProducts,
     14,
     85,
     Sector::Factory,
     false},
    {"食品饮料",
     foods,
     staffSizes,
     {"设备部经理", "财务经理", "总经理"},
     factoryOthers,
     lightProducts,
     8,
     85,
     Sector::Factory,
     false},
    {"机械装备",
     machines,
     staffSizes,
     {"技术部部长", "采购部部长", "总经理"},
     factoryOthers,
     factoryProducts,
     9,
     95,
     Sector::Factory,
     false},
    {"教育",
     schools,
     officeSizes,
     {"实验室管理科科长", "财务科科长", "分管副局长"},
     schoolOthers,
     schoolProducts,
     8,
     125,
     Sector::Office,
     true},
    {"疾控",
     publicHealth,
     officeSizes,
     {"检验所所长", "财务科科长", "中心副主任"},
     laboratoryOthers,
     publicProducts,
     5,
     120,
     Sector::Office,
     false},
}};

constexpr std::array<Product, 15> allProducts{{
    {"P-CL600", "全自动化学发光免疫分析仪 CL-600", "化学发光分析仪", "体外诊断", 680'000, 2},
    {"P-BC480", "全自动生化分析仪 BC-480", "生化分析仪", "体外诊断", 420'000, 2},
    {"P-HM9", "血细胞分析流水线 HM-9", "血球流水线", "体外诊断", 1'250'000, 2},
    {"P-CG20", "凝血分析仪 CG-20", "凝血分析仪", "体外诊断", 260'000, 2},
    {"P-PT3", "床旁心肌标志物检测仪 PT-3", "床旁检测仪", "体外诊断", 48'000, 6},
    {"P-RG1", "试剂耗材年度协议", "试剂年度协议", "体外诊断", 180'000, 4},
    {"P-VS300", "机器视觉检测站 VS-300", "视觉检测站", "工业自动化", 360'000, 4},
    {"P-LN50", "产线控制系统改造包", "产线改造", "工业自动化", 520'000, 3},
    {"P-CR12", "协作机器人工作站 CR-12", "协作机器人工作站", "工业自动化", 290'000, 5},
    {"P-DA20", "设备数据采集套件", "数采套件", "工业自动化", 240'000, 2},
    {"P-SV8", "伺服驱动套装 SV-8", "伺服驱动套装", "工业自动化", 28'000, 6},
    {"P-LIS", "实验室信息系统", "实验室信息系统", "实验室信息化", 380'000, 1},
    {"P-LAB", "智慧实验室建设方案", "智慧实验室", "实验室信息化", 960'000, 2},
    {"P-CC5", "冷链温控监测平台", "冷链监测平台", "实验室信息化", 120'000, 3},
    {"P-TR7", "教学实训平台 TR-7", "实训平台", "实验室信息化", 450'000, 2},
}};

} // namespace

std::span<const Region> regions()
{
    return allRegions;
}

std::span<const Industry> industries()
{
    return allIndustries;
}

std::span<const Product> products()
{
    return allProducts;
}

std::string personName(std::uint64_t number)
{
    // 40 surnames and 57 given names have no common factor: every pair comes once before any comes twice.
    const std::uint64_t mixed = number * 1237 + 41;
    return std::string(surnames.at(mixed % surnames.size())) + std::string(givenNames.at(mixed % givenNames.size()));
}

std::string_view surnameOf(std::string_view name)
{
    return name.substr(0, 3); // one Chinese character
}

std::string brand(std::uint64_t number)
{
    const std::uint64_t mixed = number * 397 % (brandStarts.size() * brandEnds.size());
    return std::string(brandStarts.at(mixed % brandStarts.size())) + std::string(brandEnds.at(mixed / brandStarts.size()));
}

std::string filled(std::string_view form, std::span<const std::pair<std::string_view, std::string_view>> words)
{
    std::string text;
    while (!form.empty()) {
        const std::size_t open = std::min(form.find('{'), form.size());
        text += form.substr(0, open);
        form.remove_prefix(open);
        const std::size_t close = form.find('}');
        if (close == std::string_view::npos)
            break;
        const std::string_view key = form.substr(1, close - 1);
        for (const auto &[name, word] : words)
            text += name == key ? word : std::string_view();
        form.remove_prefix(close + 1);
    }
    return text;
}

} // namespace exchange::sample
