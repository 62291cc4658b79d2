"""Lines that speak to the applicant and not of the post: how to apply, whom to ask, where to share.

An editor leaves them out. Chinese stands in Simplified: texts are folded to match. The words are those of job boards
and of the postings that employers write themselves, in Simplified, in Taiwan, in Hong Kong and in English.
"""

from __future__ import annotations

import re

WITHHELD = "\ufffc"
"""Stands for each character of a person's contact detail that was masked before the text is divided."""

CONTACT_HEADINGS = "联系方式 联络方式 联系我们 联络我们 联系人 联系电话 联系人及电话 联系人及联系方式 联系信息 联络资料"
_STAGE = (
    r"报名|资格(?:审查|初审|复审|审核)|考试|笔试|面试|体检|政审|考察|公示|聘用|录用|递补|签约|选聘|应聘材料|"
    r"报名材料|监督|咨询"
)
STAGES = re.compile(
    rf"(?:{_STAGE})(?:(?:与|和|及|以及|、|[(（])+(?:{_STAGE})[)）]?)*(?:方式|程序|流程|办法|安排|时间|地点|事项|须知)?"
)
"""The heading of a stage of hiring, as public notices have them: nothing below it is about the post."""
_APPLY = "报名 应聘 应征 申请 投递 简历投递 应试 报考 面试 招聘"
_WAYS = (
    "方式 方法 办法 手续 须知 渠道 途径 入口 程序 步骤 流程 时间 地点 安排 邮箱 时间和地点 时间及地点 时间与地点 "
    "方式及时间 时间及方式"
)
_CONTENT = {
    "招聘流程",
    "招聘程序",
    "招聘步骤",
    "招聘渠道",
    "招聘方法",
    "招聘安排",
    "招聘须知",
    "面试流程",
    "面试步骤",
    "面试方法",
}
"""Headings of a guide to hiring as well."""
NOTICE_HEADINGS = " ".join(
    (
        CONTACT_HEADINGS,
        *(word + way for word in _APPLY.split() for way in _WAYS.split() if word + way not in _CONTENT),
        (
            "如何申请 如何应聘 如何投递 如何报名 怎么投递 怎么报名 怎么应聘 简历投递 加入我们 简历投递方式 投递简历 报"
            "名与考试 报名及资格审查 应聘材料 报名材料"
        ),
    )
)
NOTICE_HEADINGS_EN = (
    r"how to apply|to apply|application instructions|apply|apply now|contact(?: us| details| information)?|"
    r"equal opportunit(?:y|ies)(?: statement| employer)?|share(?: this job)?"
)
_RESUME = r"(?:简历|履历|求职信|自传)"
_WHO = r"(?:意者|有意(?:向|愿)?(?:应[聘征])?者|(?:有|感)兴趣(?:者|的)|符合(?:条件|要求)者|申请[人者]|应[聘征]者)"
_UP_TO = r"[^。；;\n]"
_CALL = (
    r"请|欢迎|有意|兴趣|意者|发[到至送给]|投[到至递]|寄[到至]|联[系络](?!客户|用户|供应商)|报名|咨询|应[聘征]|"
    r"加微|来[电信函]|致电|电[洽邮]|私[信聊]|"
    r"\b(?:please|contact|e-?mail|send|apply|call|reach|write|message|enquir\w+|inquir\w+|questions?|interested|"
    r"cv|resume|ring|phone|text|pop in|walk in|drop in|accommodation)\b"
)
"""What asks the reader to get in touch."""
_MEANS = (
    WITHHELD + r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])@[a-z]\w{2,}|(?<!\d)(?:\+?\d{2,3}[- ])?(?:1[3-9]\d{9}|"
    r"1\d{2}[- ]\d{4}[- ]\d{4}|0\d{1,3}[- ]\d{3,4}[- ]?\d{3,4}|"
    r"\d{3,4}-\d{7,8}|0\d{3,4} \d{6}|0\d{2} \d{4} \d{4}|\(?\d{3}\)?[- .]\d{3}[- .]\d{4})(?!\d)|(?:微信|qq|line|"
    r"whatsapp|telegram|\btg|skype|wechat)\s*(?:id|号)?\s*[:：]?\s*@?[a-z\d][\w-]{4,}"
)
"""By what to get in touch: an address, a number, a name in a messenger."""
_DUTY = (
    r"(?:每[天日周月]|负责|回复|处理|维护|管理|接听|跟进|整理|核对|筛选|收集|监控|检查|解答|值守|协助|及时|定期|"
    r"(?:answer|respond|reply to|manage|handle|monitor|maintain|process|check|run|own|staff|triage|track)\b)"
)
_IN_TOUCH = re.compile(rf"(?!\s*{_DUTY})(?=.*(?:{_CALL})).*(?:{_MEANS})", re.IGNORECASE | re.DOTALL)
_ZH = "|".join(
    (
        (
            rf"{_WHO}{_UP_TO}{{0,40}}?(?:{_RESUME}|电邮|邮件|致电|联[络系]|投递|申请|应征|whatsapp|微信|扫码|发送|"
            rf"电洽|来电|面谈|面洽|到店|亲临|私信)"
        ),
        rf"(?:请|欢迎|可)(?:您|直接|先)?{_UP_TO}{{0,20}}?{_RESUME}{_UP_TO}{{0,20}}?(?:投|发|寄|电邮|邮件|至|到|注明)",
        rf"请(?:您)?(?:透过|通过|登录|登陆|前往|点击){_UP_TO}{{0,24}}?(?:投递|应[征聘]|申请|报名)",
        rf"请?(?:投递|发送|寄送|递交|[发附交]){_UP_TO}{{0,6}}?(?:{_RESUME}|作品集|求职信)",
        rf"{_RESUME}请?{_UP_TO}{{0,6}}?(?:投|发|寄|电邮)(?:递|送|至|到)",
        (
            r"(?:简历|履历)?(?:投递|应聘|应征|申请|报名|联[系络])(?:方式|方法|邮箱|信箱|地址|热线|流程|电话|渠道|入口|"
            r"途径)\s*[:：]"
        ),
        r"联[系络](?:人|电话|方式|邮箱|微信|手机)\s*[:：]|电(?:话|洽|邮)\s*[:：](?!\s*[\u4e00-\u9fff]{4})",
        r"(?:微信|邮箱|e-?mail|whatsapp|手机|tel)号?\s*[:：](?!\s*[\u4e00-\u9fff]{4})",
        r"(?:咨询|报名|招聘|应聘|人事)(?:电话|热线|专线|微信)?\s*[:：]|(?:欢迎|请)?(?:添?加|扫)微信",
        r"(?:报名|招聘|申请|应征|应聘|投递|收件)?(?:截止|截至)(?:报名|申请|投递|收件)?(?:时间|日期)?\s*[:：]|逾期不",
        (
            r"(?:报名|应聘|应征|面试|投递|申请|查询|咨询|索取)(?:时|请|须|需|需要|地点|时间|日期|截止|材料|地址|"
            r"手续|网址|链接|表格|电话|热线)[^。；]{0,4}\s*[:：]|"
            r"报名(?:时|请|须|需)(?!统计)|申请(?:书|表格?).{0,40}(?:索取|下载|领取|交回|递交)"
        ),
        (
            r"请?(?:非诚|中介|代理|无关)勿扰|(?:非诚|中介|广告|猎头)勿扰|勿扰[。！!]*\Z|"
            r"欢迎(?:各位|广大|大家|有志|优秀|您|你|应届|有识|符合)?.{0,14}(?:转发|转载|分享|推荐|自荐|来[电信函]|"
            r"咨询|投递|加入(?:我们|本)|私[信聊]|报名|应[聘征]|前来)"
        ),
        (
            r"联[系络]我(?:们)?.{0,10}请说(?:明|是)|(?:大家好|各位.{0,6}好|[你您]好|哈[喽啰])\W*\Z|"
            r"转[发给].{0,12}(?:朋友|群|圈|同学)|"
            r"有意.{0,8}(?:豆邮|私|加|滴|戳|评论|留言|密)|.{0,12}(?:可以?|请|欢迎)?(?:私信|私聊|滴滴|豆邮)(?:我|楼主|"
            r"作者)|[【\[]?内推码.{0,30}|祝大家.{0,20}|邮件(?:标题|主题|命名).{0,4}[:：]|急[招聘]?[!！]+\s*\Z|"
            r"网申(?:地址|链接|通道|入口)|(?:宣讲会|双选会).{0,6}\s*[:：]|(?:投递|内推|申请|报名)(?:链接|码|二维码)|"
            r"附件\s*\d*\s*[:：]|应[聘征]工作请|"
            r"(?:我们)?(?:期待|等)[着待]?(?:你|您)(?:的)?(?:加入|简历|来信|来电|到来|联系)|(?:感谢|谢谢)(?:阅读|关注|"
            r"您的|你的|各位|大家)"
        ),
        (
            r"请(?:来[信电函]|私[信聊]|站内信|备注|注明|自备|留言)|(?:来[信电函]|私[信聊]|站内信)(?!处理|回复|客户|"
            r"登记|管理|的)|(?:加|添加)(?:我|hr|v|vx)(?![a-z])"
        ),
        r".{0,40}(?:请|欢迎).{0,20}(?:评论区|留言区|楼下|回帖|后台).{0,4}(?:留言|回复|评论|联系|投递)",
        r"(?:笔试|面试|体检|考察|资格审查|初审).{0,12}(?:通过|合格)(?:者|后|的).{0,20}(?:通知|短信|电话|安排|进入)",
        rf"点击{_UP_TO}{{0,14}}?(?:申请|投递|应聘|报名)",
        rf"(?:登录|登陆|访问|前往|扫描|扫码|扫一扫){_UP_TO}{{0,24}}?(?:投递|申请|应[聘征]|报名|二维码|公众号|加入)",
        (
            rf"(?:所有|您的|申请人|应[聘征]者)?(?:所)?(?:提供|收集|递交)?(?:的|"
            rf"之)?(?:一切)?个?人?(?:申请)?资料{_UP_TO}{{0,30}}?(?:招[聘募]|"
            rf"保密){_UP_TO}{{0,10}}?(?:用途|目的|之用|使用|处理)"
        ),
        rf"(?:合适|合则|未合适|不合适|面试合格)者{_UP_TO}{{0,20}}?(?:通知|联[系络]|约见)|恕不(?:另行|一一|退)",
        rf"以上(?:岗位|职位|职缺){_UP_TO}{{0,14}}?(?:长期有效|投递|欢迎|请)",
        r"(?:分享|转发|收藏|举报)(?:到|至|这个|此|该|本)?(?:职[位缺]|岗位|微信|朋友圈|微博)",
    )
)
_EN = "|".join(
    (
        (
            r"(?:please )?(?:send|e-?mail|submit|forward)\b[^.]{0,30}?\b(?:your|an?|full|updated|current|"
            r"detailed)\b[^.]{0,30}?\b(?:cv|r[ée]sum[ée]s?|applications?|cover(?:ing)? letter)|(?:please )?(?:send|"
            r"e-?mail|submit|forward) (?:cvs?|r[ée]sum[ée]s?|applications?)\b"
        ),
        r"(?:to apply|how to apply|interested (?:candidates|applicants|parties)|interested\b\s*\?)",
        r"we (?:look forward to|welcome) (?:your|hearing)\b",
        r"if (?:you are|you're|this sounds|you think)\b.{0,80}?\b(?:apply|get in touch|hear from you|contact us)\b",
        r"(?:please )?apply (?:now|online|today|here|via|through|by|at|before|with)\b|click (?:here|below|apply)\b",
        r"(?:only )?(?:short-?listed|successful|selected) (?:candidates|applicants)\b.{0,40}?\b(?:contacted|notified)",
        r".{0,80}\bequal[ -]opportunit(?:y|ies)\b.{0,20}\bemployer\b",
        (
            r"(?:all )?(?:personal )?(?:data|information) (?:collected|provided|received|"
            r"supplied)\b.{0,80}?\b(?:recruitment|application|employment|confiden)"
        ),
        (
            r"(?:please )?share\W*\Z|(?:hello|hi|hey|dear|good (?:morning|day)) ?(?:all|everyone|there|folks|friends|"
            r"neighbou?rs?|team|reader)?\W*\Z|"
            r"(?:many )?(?:thank you|thanks)\b.{0,40}\Z|no (?:phone )?calls\b.{0,40}|no (?:agencies|"
            r"recruiters)\b.{0,60}|text (?-i:[A-Z]{3,}) to \d+|"
            r"(?:all |completed )?applications? (?:must|should|are|will|close|open|due|received|accepted|to be|"
            r"without|forms?|deadline)\b|"
            r"interviews?(?: dates?)?\s*:|(?:first )?interviews? (?:will|are|to|is)\b.{0,12}(?:held|take place|"
            r"conducted|scheduled|planned)|"
            r"(?:all )?qualified (?:applicants|candidates) will (?:receive|be considered)|"
            r"if you (?:need|require).{0,50}(?:accommodations?|adjustments?|assistance)|"
            r"(?:reasonable )?accommodations? .{0,40}(?:available|provided|application)|"
            r".{0,120}\bjob alerts?\b|(?:do )?not hesitate to (?:contact|apply)|we (?:do not|don't) (?:discriminate|"
            r"accept)\b|"
            r"we (?:are|'re) (?:an|committed|proud).{0,60}(?:equal|diversity|inclusi)|(?:ring|phone|call|text|e-?mail|"
            r"message|contact|dm) (?:us|me|(?-i:[A-Z][a-z]+)) (?:on|at|to|for|via|by)\b|"
            r"(?:ring|phone|call|text|e-?mail|message|contact) .{0,30}[\d\ufffc]{5}|(?:pop|drop) in (?:for|to|and|any|"
            r"between|on)\b|walk[- ]?in (?:mon|tue|wed|thu|fri|sat|sun|interviews?|any|to apply)|(?:visit|see) (?:us|"
            r"our (?:web)?site|https?:|www\.)|"
            r"(?:please )?(?:do not|don't) (?:contact|call|e-?mail)\b|principals only|recruiters,? please|apply\s*:|"
            r"hit apply|"
            r"if this sounds like you\b|https?://\S+\s*\Z|share (?:this|on)\b|contact(?: us| person)?\s*:|(?:closing|"
            r"application) (?:date|deadline)\s*:|follow us\b"
        ),
    )
)
_NOTICE = re.compile(rf"[\s【（(*•·\-]*(?:{_ZH}|{_EN}|\S+@\S+\.\w+\s*\Z)", re.IGNORECASE)
_SHORTER = 160
_LONGEST = 240
"""Code points above which a stretch holds more than a notice."""


def is_notice(folded: str) -> bool:
    """Tell whether a sentence of a posting tells how to apply, whom to contact or where to share.

    >>> is_notice("有意者请将简历发至门店邮箱"), is_notice("负责筛选简历并安排面试")
    (True, False)
    >>> is_notice("想来的话把作品发到 ren@example.org"), is_notice("每天回复 service@example.org 的来信")
    (True, False)
    >>> is_notice("To apply, please fill in the form."), is_notice("Apply first aid when needed")
    (True, False)
    """
    if len(folded) > _LONGEST:
        return False
    return _NOTICE.match(folded) is not None or (len(folded) <= _SHORTER and _IN_TOUCH.match(folded) is not None)
