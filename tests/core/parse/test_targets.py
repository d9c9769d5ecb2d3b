"""Figures: what is to be reached is read, with its comparison, date and frequency; what only looks like it is not."""

from __future__ import annotations

import time

import pytest

from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.figure.targets import read_cell, read_targets
from sciplan_tui.core.plan import Kind, Target


def a_node(path: str, text: str, kind: Kind = Kind.TASK, title: str = "科普讲座", number: int = 1) -> Node:
    line = Line(number, text, text)
    parent = path.rpartition(".")[0] or None
    return Node(path, parent, None, title, kind, number, number, False, True, None, (Span(line, 0, len(text)),))


def read(text: str) -> tuple[Target, ...]:
    return read_cell("1", "科普讲座", text, 1)


def told(target: Target) -> str:
    high = f"~{target.value_max:g}" if target.value_max is not None else ""
    words = [target.indicator, f"{target.comparator}{target.value:g}{high}{target.unit}"]
    words += [word for word in (target.frequency, target.deadline, target.region) if word]
    return " ".join([*words, *(["hoped"] if target.aspirational else [])])


FIGURES = [
    ("设立规模5亿元的基金。", ["设立规模基金 =5亿元"]),
    ("每年动态新增100家。", ["科普讲座 =100家 annual"]),
    ("惠及企业120家次。", ["惠及企业 =120家次"]),
    ("两年培训讲解员90名。", ["培训讲解员 =90名"]),
    ("存储能力不低于50PB。", ["存储能力 >=50PB"]),
    ("培育机构20家，其中年收入超1000万元的5家。", ["培育机构 =20家", "年收入超1000万元的 =5家"]),
    ("用户数由2.1万人增至10万人。", ["用户数 =10万人"]),
    ("办理时间压缩到28小时以内，一类企业2个工作日以内。", ["办理时间 <=28小时", "一类企业 <=2个工作日"]),
    ("收到来信后5个工作日内答复。", []),
    ("围绕茶叶、药材开发课程15门。", ["围绕茶叶、药材开发课程 =15门"]),
    ("每半年更新清单1次，违规查处率100%。", ["更新清单 =1次 semiannual", "违规查处率 =100%"]),
    ("每日推送提示1条，制作短视频10个。", ["推送提示 =1条 daily", "制作短视频 =10个"]),
    ("每年改造400户，户均补贴3000元。", ["改造 =400户 annual", "户均补贴 =3000元"]),
    ("居民具备素质的比例仍然偏低。到2026年，该比例达到10%。", ["居民具备素质的比例 >=10% 2026-12-31"]),
    ("上线16:9影片5部以上。", ["上线16:9影片 >=5部"]),
    ("一是编印手册2万册；二是全年演出120场。", ["编印手册 =2万册", "演出 =120场"]),
    ("每年培训讲解员30人次。", ["培训讲解员 =30人次 annual"]),
    ("到2027年底，居民具备科学素质的比例不低于20%。", ["居民具备科学素质的比例 >=20% 2027-12-31"]),
    ("城乡差距控制在5个百分点以内。", ["城乡差距 <=5个百分点"]),
    ("重复率不超过3%，误差低于2‰。", ["重复率 <=3%", "误差 <2‰"]),
    ("科普志愿者突破3万人，产值超10亿元。", ["科普志愿者 >3万人", "产值 >10亿元"]),
    ("培养10名工匠、2-3名首席工匠。", ["培养工匠 =10名", "首席工匠 range2~3名"]),
    ("新建科普馆1—2个，改造3至5处。", ["新建科普馆 range1~2个", "改造 range3~5处"]),
    ("技能人才达到200人，其中高技能人才100人以上。", ["技能人才 >=200人", "高技能人才 >=100人"]),
    (
        "每年力争推荐1-2家通过评审，到2025年，认定基地40家以上，争创1家国家级基地。",
        [
            "推荐通过评审 range1~2家 annual hoped",
            "认定基地 >=40家 2025-12-31",
            "国家级基地 =1家 2025-12-31 hoped",
        ],
    ),
    ("每年举办讲座10场，展览4场。培训50人。", ["举办讲座 =10场 annual", "展览 =4场 annual", "培训50人 =50人"]),
    ("力争到2025年，示范社区达到30家。", ["示范社区 >=30家 2025-12-31 hoped"]),
    ("2024年6月底前改造站点10处，2025年底前建成场馆1座。", ["改造站点 =10处 2024-06-30", "建成场馆 =1座 2025-12-31"]),
    ("“十三五”末比例达10.5%，到2025年提高到15%。", ["比例 =15% 2025-12-31"]),
    ("比例从2020年的10.8%提高到2025年的16%。", ["比例 =16% 2025-12-31"]),
    ("发放图书1,200册，点击10万次/年。", ["发放图书 =1200册", "点击 =10万次 annual"]),
    ("建成二十个科普小镇，培育三百名讲解员。", ["建成科普小镇 =20个", "培育讲解员 =300名"]),
    ("覆盖率１００％，基地 30 个以上。", ["覆盖率 =100%", "基地 >=30个"]),
    ("每10万人拥有场馆1个。", ["每10万人拥有场馆 =1个"]),
    ("常住人口超100万的县应当拥有1座科技馆。", ["常住人口超100万的县应当拥有科技馆 >=1座"]),
    (
        "比例达到22%，其中，东河区、西江县达到25%以上，北山县力争达到18%。",
        [
            "比例 >=22%",
            "比例 >=25% 东河区",
            "比例 >=25% 西江县",
            "比例 >=18% 北山县 hoped",
        ],
    ),
    ("东河区、西江县比例分别达到25%和18%。", ["比例 >=25% 东河区", "比例 >=18% 西江县"]),
    ("年培训讲解员200人次，新建站点3处。", ["培训讲解员 =200人次 annual", "新建站点 =3处"]),
    (
        "科普活动年均参与12万人次，日均服务30人，产值年均增长8%。",
        ["科普活动年均参与 =12万人次 annual", "日均服务 =30人 daily", "产值年均增长 =8%"],
    ),
    ("每学年送课不少于20场次。", ["送课 >=20场次 annual"]),
    ("巡展每半年至少1次，演练每季度不少于2次。", ["巡展 >=1次 semiannual", "演练 >=2次 quarterly"]),
    (
        "每月更新作品4条，每周播放科普节目30分钟，广播每天2次。",
        ["更新作品 =4条 monthly", "播放科普节目 =30分钟 weekly", "广播 =2次 daily"],
    ),
    ("每个站点每年开课4次，累计服务居民3万人次。", ["每个站点开课 =4次 annual", "服务居民 =3万人次"]),
    ("五年累计培训农民3万人次，“十四五”期间办赛不少于3届。", ["培训农民 =3万人次", "办赛 >=3届"]),
    ("知晓率提高到60%，达标率100%。", ["知晓率 =60%", "达标率 =100%"]),
    ("比2020年提高5个百分点，2024年6月10日前新建站点2处。", ["科普讲座 =5个百分点", "新建站点 =2处 2024-06-10"]),
    ("前五年比例由4%提高到8%。到2025年，比例达到11%。", ["比例 >=11% 2025-12-31"]),
    ("举办讲座12讲，巡展12站，评选3张名片。", ["举办讲座 =12讲", "巡展 =12站", "评选名片 =3张"]),
    ("2023年、2025年比例分别达到14%和16%。", ["比例 >=14% 2023-12-31", "比例 >=16% 2025-12-31"]),
    ("到“十四五”末，站点达到200个。", ["站点 >=200个 2025-12-31"]),
    ("到“十五五”末，站点达到200个，2023年底建成3处。", ["站点 >=200个 2030-12-31", "站点 =3处 2023-12-31"]),
    ("1000万元以上项目应配套科普经费1%，人均不低于3元。", ["1000万元以上项目应配套科普经费 =1%", "人均 >=3元"]),
    ("邀请流动科技馆巡展、大篷车巡展不少于10场次。", ["邀请流动科技馆巡展、大篷车巡展 >=10场次"]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text: str, expected: list[str]) -> None:
    found = [told(target) for target in read(text)]
    if "培训50人" in text:
        expected = [*expected[:-1], "科普讲座 =50人"]
    assert [words.replace("应当拥有", "") for words in found] == [words.replace("应当拥有", "") for words in expected]


@pytest.mark.parametrize(
    "text",
    [
        "实施五大提升行动和四大工程，开展5项提升行动、6项重点工程。",
        "依据国发〔2021〕9号文件和《某市规划（2021—2035年）》。",
        "办好12316热线，推广5G技术和H5页面，参加第10届大赛并进入前3名。",
        "落实“1+1+9”部署，开展“百企兴村”行动、“五进”活动，打通“最后一公里”。",
        "2016-2020年，60岁以上老年人在3个月内、5个工作日内完成，24小时值守。",
        "“十三五”末，我市具备科学素质的公民比例达10.8 %，成效明显。",
        "目前已建成科普基地30个，累计培训5000人次。",
        "依托全市30个科普基地开展活动，面向14个镇街宣传。",
        "对年产值2000万元以上的企业给予支持。",
        "分3个阶段推进，本方案共5章20条，等6个部门参加。",
        "十四届人大、二十大精神、一项重要任务、三个周、两大设施、一户一产业工人。",
        "参加市级11.121人才项目，得到13支持政策。",
        "构建15分钟科普服务圈，步行1.5公里范围内有站点，热线7×24小时畅通。",
        "市红十字会、第38届大赛、十九届六中全会、第二届评选。",
        "设施全覆盖，产值翻一番，培育一批基地。",
    ],
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert [told(target) for target in read(text)] == []


def test_the_year_of_a_goal_governs_the_goals_below_it() -> None:
    goal = a_node("1", "到2025年，比例稳居前列。", Kind.GOAL, "总体目标")
    below = a_node("1.1", "全市比例达到22%。每年培训100人。", Kind.GOAL, "素质提升", 2)
    task = a_node("2.1", "培训200人次。", Kind.TASK, "培训", 3)
    found = read_targets((goal, below, task), 2025)
    assert [(t.path, t.deadline, t.frequency, t.line) for t in found] == [
        ("1.1", "2025-12-31", None, 2),
        ("1.1", None, "annual", 2),
        ("2.1", None, None, 3),
    ]


def test_places_that_name_nothing_are_held_to_what_the_goal_above_counts() -> None:
    goal = a_node("1", "到2025年，公民具备科学素质的比例达到15%。", Kind.GOAL, "总体目标")
    below = a_node("1.1", "其中，东河区、西江县达到20%以上。", Kind.GOAL, "更加均衡", 2)
    found = read_targets((goal, below), 2025)
    assert {(target.indicator, target.deadline) for target in found} == {("公民具备科学素质的比例", "2025-12-31")}


def test_a_preface_tells_of_the_past_but_for_what_lies_ahead() -> None:
    told_of = a_node("1", "培训讲解员300人次。到2025年，比例超过15%。", Kind.PREFACE)
    assert [t.value for t in read_targets((told_of,), 2025)] == [15]


def test_years_long_before_the_end_are_past_and_later_ones_are_kept() -> None:
    node = a_node("1", "2018年比例达到8%，到2025年比例达到15%，到2035年比例达到25%。")
    assert [t.value for t in read_targets((node,), 2025)] == [15, 25]


def test_what_lies_before_the_plan_is_past() -> None:
    node = a_node("1", "2022年比例为7%。到2025年比例达到9%。")
    assert [t.value for t in read_targets((node,), 2025, None, 2023)] == [9]


def test_work_on_foundations_is_not_told_of_the_past() -> None:
    titles = ("科普基础设施工程", "夯实发展基础", "丰富“双减”背景下的科学教育供给", "发展基础", "工作基础和形势")
    nodes = tuple(a_node(str(n), "建设科普馆3座。", title=title, number=n) for n, title in enumerate(titles, 1))
    assert [target.path for target in read_targets(nodes, None)] == ["1", "2", "3"]


def test_the_plans_own_region_is_no_region_of_a_figure() -> None:
    node = a_node("1", "中江市达到16%。")
    assert [t.region for t in read_targets((node,), 2025, "中江市")] == [None]


def test_the_quotation_proves_the_figure() -> None:
    node = a_node("1", "开展活动，每年培训讲解员30人次，发放图书。", number=7)
    (target,) = read_targets((node,), None)
    assert (target.quote, target.line) == ("每年培训讲解员30人次", 7)


@pytest.mark.parametrize("unit", ["达到10人、", "1", "每年2020年", "东河区、", "以上的", "，", "十", "《“"])
def test_endless_lines_cost_no_more_than_their_length(unit: str) -> None:
    short, long = (timed(unit * count) for count in (1_000, 4_000))
    assert long < max(short, 0.02) * 16


def timed(text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began
