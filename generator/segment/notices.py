"""Lines that speak to the applicant and not of the post: how to apply, whom to ask, where to share.

An editor leaves them out. Chinese stands in Simplified: texts are folded to match. The words are those of job boards
and of the postings that employers write themselves, in Simplified, in Taiwan, in Hong Kong and in English.
"""

from __future__ import annotations

import re

NOTICE_HEADINGS = (
    "应聘方式 应征方式 应聘办法 投递方式 投递邮箱 申请方式 申请方法 申请办法 报名方式 联系方式 联络方式 联系我们 "
    "联络我们 联系人 如何申请 如何应聘 如何投递 应聘流程 简历投递 应征办法 加入我们"
)
NOTICE_HEADINGS_EN = (
    r"how to apply|to apply|application instructions|apply|apply now|contact(?: us| details| information)?|"
    r"equal opportunit(?:y|ies)(?: statement| employer)?|share(?: this job)?"
)
_RESUME = r"(?:简历|履历|求职信|自传)"
_WHO = r"(?:有意(?:向|愿)?(?:应[聘征])?者|(?:有|感)兴趣(?:者|的)|符合(?:条件|要求)者|申请[人者]|应[聘征]者)"
_UP_TO = r"[^。；;\n]"
_ZH = "|".join(
    (
        rf"{_WHO}{_UP_TO}{{0,40}}?(?:{_RESUME}|电邮|邮件|致电|联[络系]|投递|申请|应征|whatsapp|微信|扫码|发送)",
        rf"(?:请|欢迎|可)(?:您|直接|先)?{_UP_TO}{{0,20}}?{_RESUME}{_UP_TO}{{0,20}}?(?:投|发|寄|电邮|邮件|至|到|注明)",
        rf"请(?:您)?(?:透过|通过|登录|登陆|前往|点击){_UP_TO}{{0,24}}?(?:投递|应[征聘]|申请|报名)",
        rf"请?(?:投递|发送|寄送|递交){_UP_TO}{{0,6}}?{_RESUME}",
        rf"{_RESUME}请?{_UP_TO}{{0,6}}?(?:投|发|寄|电邮)(?:递|送|至|到)",
        r"(?:简历|履历)?(?:投递|应聘|应征|申请|报名|联[系络])(?:方式|方法|邮箱|信箱|地址|热线|流程|电话|渠道|入口|途径)\s*[:：]",
        r"联[系络](?:人|电话|方式|邮箱|微信|手机)\s*[:：]|电(?:话|洽|邮)\s*[:：]",
        r"(?:微信|邮箱|e-?mail|whatsapp|手机|tel)号?\s*[:：]",
        r"(?:咨询|报名|招聘|应聘|人事)(?:电话|热线|专线|微信)?\s*[:：]|(?:欢迎|请)?(?:添?加|扫)微信",
        r"(?:报名|招聘|申请|应征|应聘|投递|收件)?(?:截止|截至)(?:时间|日期)?\s*[:：]|逾期不",
        rf"点击{_UP_TO}{{0,14}}?(?:申请|投递|应聘|报名)",
        rf"(?:登录|登陆|访问|前往|扫描|扫码|扫一扫){_UP_TO}{{0,24}}?(?:投递|申请|应[聘征]|报名|二维码|公众号|加入)",
        rf"(?:所有|您的|申请人)?(?:提供|收集)?(?:的|之)?个?人?(?:申请)?资料{_UP_TO}{{0,16}}?招[聘募](?:之|有关)?(?:用途|目的|之用|使用)",
        rf"(?:合适|合则|未合适|不合适|面试合格)者{_UP_TO}{{0,20}}?(?:通知|联[系络]|约见)|恕不(?:另行|一一|退)",
        rf"以上(?:岗位|职位|职缺){_UP_TO}{{0,14}}?(?:长期有效|投递|欢迎|请)",
        r"(?:分享|转发|收藏|举报)(?:到|至|这个|此|该|本)?(?:职[位缺]|岗位|微信|朋友圈|微博)",
    )
)
_EN = "|".join(
    (
        r"(?:please )?(?:send|e-?mail|submit|forward)\b[^.]{0,40}?\b(?:cv|r[ée]sum[ée]s?|application|cover letter)",
        r"(?:to apply|how to apply|interested (?:candidates|applicants|parties)|interested\b\s*\?)",
        r"we (?:look forward to|welcome) (?:your|hearing)\b",
        r"if (?:you are|you're|this sounds|you think)\b.{0,80}?\b(?:apply|get in touch|hear from you|contact us)\b",
        r"(?:please )?apply (?:now|online|today|here|via|through|by|at|before|with)\b|click (?:here|below|apply)\b",
        r"(?:only )?(?:short-?listed|successful|selected) (?:candidates|applicants)\b.{0,40}?\b(?:contacted|notified)",
        r".{0,80}\bequal[ -]opportunit(?:y|ies)\b.{0,20}\bemployer\b",
        r"(?:all )?(?:personal )?(?:data|information) (?:collected|provided)\b.{0,80}?\b(?:recruitment|application)",
        r"share (?:this|on)\b|contact(?: us| person)?\s*:|(?:closing|application) (?:date|deadline)\s*:|follow us\b",
    )
)
_NOTICE = re.compile(rf"[\s【（(*•·\-]*(?:{_ZH}|{_EN}|\S+@\S+\.\w+\s*\Z)", re.IGNORECASE)
_LONGEST = 240
"""Code points above which a stretch holds more than a notice."""


def is_notice(folded: str) -> bool:
    """Tell whether a sentence of a posting tells how to apply, whom to contact or where to share.

    >>> is_notice("有意者请将简历发至门店邮箱"), is_notice("负责筛选简历并安排面试")
    (True, False)
    >>> is_notice("To apply, please fill in the form."), is_notice("Apply first aid when needed")
    (True, False)
    """
    return len(folded) <= _LONGEST and _NOTICE.match(folded) is not None
