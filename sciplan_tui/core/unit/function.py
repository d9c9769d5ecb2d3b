"""What a unit is for, by its name: a short list of functions for comparing units across regions.

A unit may have several (教育体育局: 教育、体育). It is a proposal by rule, to be shown and edited; it joins no units.
"""

from __future__ import annotations

import re
from functools import cache

BETWEEN = "、"
_LISTED = """
    组织=组织部 宣传=宣传部 统战=统战部 政法=政法委 网信=网信|互联网信息 编制=编办|机构编制 老干部=老干部
    外事=外办|外事 文明办=文明办|精神文明 纪检=纪委|监委 机关工委=机关工委|直工委 党校=党校|行政学院 档案=档案
    保密=保密局 党史=党史|史志|方志 政研=政研室|政策研究 信访=信访 人大=人大 政协=政协 法院=法院 检察=检察院
    政府办=政府办 发改=发改|发展和?改革 教育=教育|教体|教委|学校|中学|小学|科教(?=局|委|体)
    科技=科技(?!馆|园|报)|科学技术(?!协会|馆)|科工|教科|科教(?=局)
    工信=工信|工业和?信息化|经信|经济和?信息化|经济信息|科工信 民族宗教=民宗|民族宗教|民委|民族事务
    公安=公安|交警|派出所 民政=民政(?!府) 司法=司法 财政=财政|财金 人社=人社|人力资源|人力社保
    自然资源=自然资源|自规|国土|资规|规划资源|规划局 住建=住建|住房|城乡建设|建设局|建委|建设管理委|规划建设
    城管=城管|城市管理|综合执法|市容 交通=交通(?!警)|交委|交投 水利=水利|水务 农业农村=农业|农牧|农委
    乡村振兴=乡村振兴|扶贫 商务=商务|经贸 文旅=文旅|文化|旅游|文广|文体
    广电=广电|广播|文广旅|文旅广|融媒体|电视台 体育=体育|教体|文体|文旅体|广体|旅体 卫健=卫健|卫生|卫计
    退役军人=退役军人 应急=应急|安监|安全生产 审计=审计 国资=国资|国有资产
    市场监管=市场监管|市场监督|市监|食药|质监 统计=统计 医保=医保|医疗保障 林业=林业|林草|园林
    海洋渔业=海洋|渔业 金融=金融|银行|银保监|证监 知识产权=知识产权 数据=数据|政数 政务服务=政务服务|行政审批
    机关事务=机关事务|机管局 粮食=粮食|粮储 供销=供销 气象=气象 地震=地震|防震 生态环境=生态环境|环保|环境保护
    税务=税务 消防=消防 邮政=邮政 烟草=烟草 海关=海关 海事=海事 电力=电力|供电|电网 通信=通信|通管|电信
    疾控=疾控|疾病预防 科技馆=科技馆|科学技术馆|科普馆|科学中心 图书馆=图书馆 博物馆=博物馆 文化馆=文化馆
    高校=大学|高等学校|高校|职业学院|技术学院 研究=研究院|科学院|农科院|社科院|研究所 媒体=日报|报社|传媒|报业
    工会=工会 共青团=共青团|^团[省市区县州旗]委|团委 妇联=妇联|妇女联合会 科协=科协|科学技术协会
    社科联=社科联|社会科学界联合会 文联=文联|文学艺术界 残联=残联|残疾人联合会 侨联=侨联|归国华侨
    工商联=工商联|工商业联合会 红十字=红十字 计生协=计生协|计划生育协会 关工委=(?<!机)关工委|关心下一代
    老龄=老龄 镇=镇人民政府|镇政府|各乡?镇|各乡（镇）|乡镇 街道=街道|街办
    区县=^各(?:市|县|区)|[市区县州旗]人民政府$ 园区=管委会|管理委员会|开发区|高新区 成员单位=成员单位
"""


@cache
def _functions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compiled late: reading a plan asks no unit for its function."""
    pairs = (entry.split("=", 1) for entry in _LISTED.split())
    return tuple((name, re.compile(pattern)) for name, pattern in pairs)


def unit_function(name: str) -> str | None:
    """The functions that the name tells, in the order in which it tells them, joined by `、`; None: it tells none."""
    plain = re.sub(r"[（(〔].*?[）)〕]", "", name)
    found = [(match.start(), function) for function, pattern in _functions() if (match := pattern.search(plain))]
    return BETWEEN.join(function for _, function in sorted(found, key=lambda one: one[0])) or None
