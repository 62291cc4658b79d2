"""Words and shapes of page chrome: buttons, paths, counts, dates, notes of a site, lists of other pages.

Chinese stands in Simplified: texts are folded to match. A *field* is one part of a line that bars or wide gaps divide.
What is certain here holds anywhere on a page; what is only likely needs a neighbour or a place (`frame`).
"""

from __future__ import annotations

import re

# -- fields ------------------------------------------------------------------------------------------------------------

_WHAT = r"(?:[该此本这]个?)?(?:职[位缺]|岗位|工作|简历|公司|链接|地址|页面|本页|文[档章]|此文|附件|资源|主页|全部)"
_PRESS = (
    "收藏|分享|举报|检举|投递|申请|应[聘征]|打印|关注|点赞|转发|回复|评论|下载|预览|登录|登陆|注册|订阅|打赏|复制|储存|"
    "保存|纠错|赞|踩|刷新|删除|更多|投票|引用|只看楼主|不感兴趣"
)
_PRESS_NOW = "沟通|报名|面试|咨询|反馈|投诉|签到|聊一?聊|联系(?:客服|hr|boss|我们)?|加入|开通|购买|体验|提问|发帖|提交"
_NUMBER = r"[\d,.]+\s*(?:万|千|w|k)?\+?"
_AGO = r"(?:刚刚|今[日天]|昨[日天]|近期|本周|\d+\s*(?:分钟|小时|天|日|周|个?月)(?:之?前|内))"
_DATE = r"(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_ZH_BUTTON = "|".join(
    (
        (
            rf"(?:点击|立即|马上|一键|我要|我?想|免费|快速|在线|付费|会员|点此|"
            rf"单击)?(?:{_PRESS})(?:{_WHAT})?(?:到电脑|到手机|全文)?"
            rf"(?:\s*[（(]?\d*[)）]?)"
        ),
        rf"(?:立即|马上|一键|我要|在线|点击|免费)(?:{_PRESS_NOW})",
        rf"(?:{_PRESS})?(?:微信|手机|app|qq|支付宝)(?:扫码|扫一扫|扫描二维码).{{0,20}}|扫描二维码.{{0,20}}",
        (
            r"(?:登录|登陆|注册).{0,3}[后即可]{1,3}.{0,20}|请先?(?:登录|登陆|注册).{0,20}|(?:登录|注册)\s*/\s*(?:登录|"
            r"注册)"
        ),
        (
            r"(?:点击|点此)?(?:查看|浏览|展开|显示|阅读|了解)(?:全部|更多|详情|地图|大图|原文|原图|全文|完整|电话|"
            r"联系方式|剩余).{0,12}"
        ),
        r"展开|收起(?:全部|更多)?|加载[中更].{0,6}|(?:返回|回到)(?:顶部|首页|列表|上一?[页级层]|主页|搜索).{0,6}",
        (
            r"(?:全部|最新|热门|更多|所有|在招|热招)(?:职[位缺]|岗位|工作|招聘|公司|文章|资讯|城市|分类|"
            r"评论)?(?:\s*[（(]\d+[)）])?"
        ),
        (
            r"按(?:发布|更新|薪[资酬]|距离|热度|相关|综合|时间|最新|默认)\S{0,4}|(?:默认|综合|智能)?(?:排序|"
            r"筛选)(?:方式|条件)?"
        ),
        (
            rf"(?:最近|最后|职位|岗位|信息|内容)?(?:登录|登陆|活跃|在线|更新|发布|刷新|编辑)(?:时间|"
            rf"于)?\s*[:：]?\s*(?:{_AGO}|{_DATE})"
        ),
        rf"(?:{_AGO}|{_DATE})\s*(?:活跃|发布|更新|在线|登[录陆]|回复|刊登|上传|刷新|创建|提问|编辑|上线)(?:过)?",
        (
            rf"(?:已有|共有?|累计|约)?\s*{_NUMBER}\s*(?:人|次|位|条|个)\s*(?:已)?(?:浏览|投递|申请|收藏|感兴趣|"
            rf"看过|看了|关注|应[聘征]|评论|回答|"
            rf"下载|阅读|点赞|在看|围观|沟通|报名|回复|评价|分享)(?:过|了|中|量|数|次数)?"
        ),
        (
            rf"(?:浏览|阅读|点击|访问|查看|下载|收藏|点赞|赞|在看|评论|转发|围观|播放|回复|应[聘征]|投递|申请|"
            rf"分享|喜欢|人气|热度)"
            rf"(?:量|数|次数|率|人数)?\s*[:：(（]?\s*{_NUMBER}\s*(?:[~～-]\s*\d+\s*)?[次人条)）]?"
        ),
        (
            r"[【\[（(]?字[体号]\s*[:：]?\s*[大中小\s|/]*[】\])）]?|语音播报|无障碍(?:阅读|浏览)?|繁体|简体|"
            r"中文版|英文版|移动端|手机版|客户端"
        ),
        (
            r"<*\s*(?:上|下|前|后)一[页篇条个章](?:\s*[:：].{0,60}|\s*[\d.…\s]*(?:下一页)?.{0,10}|\s+.{0,60})|没有了|"
            r"(?:第\s*)?\d+(?:\s+(?:\d+|\.\.\.|…)){2,}.{0,8}|(?:尾|末|首)页"
        ),
        r"跳(?:转)?到.{0,8}|共\s*\d+\s*[页条篇个](?:\s*[,，/]?\s*第?\s*\d+\s*[页条])?.{0,8}|到第.{0,6}页",
        (
            r"(?:官方|微信|公众号|网站|小程序|app|扫描|手机|下载|群|分享)?(?:二维码|公众号|小程序)(?:图片)?|图片|图像|"
            r"头像|封面|缩略图|占位符|广告|置顶|精华|热|荐|新|急"
        ),
        (
            r".{0,20}\blogo|logo of .{1,30}|(?:image|photo|picture|avatar|icon|banner|cover)(?: (?:of|for) .{1,40}|"
            r"\s*\d*)|加载失败"
        ),
        r"[—\-~\s]*(?:the end|end|完|全文完|正文完|到底了|没有更多了?|我是有底线的)[—\-~\s。]*",
        (
            r"(?:职位|岗位|内容|信息)?(?:已)?(?:认证|下架|关闭|结束招聘|停止招聘|招聘中|急聘中|热招中)|"
            r"状态\s*[:：]\s*(?:招聘|招聘中|发布中|有效|正常|在招|open|active)"
        ),
        (
            r"点击下载.{0,10}|(?:下载|打印)(?:申请表|报名表|附件)|资源描述|资源简介|合集下载|文[档件](?:预览|详情|"
            r"信息|列表|简介|介绍|格式|标签)|文本预览|(?:点击)?进入(?:店铺|"
            r"主页|公司|官网).{0,6}|相关|版权申诉"
        ),
        (
            rf"(?:查看|浏览)所有.{{0,8}}|(?:微信|qq|微博|朋友圈)分享|聊一?聊|职位发布者|完善(?:在线)?简历|"
            rf"我的\S{{1,4}}|.{{0,8}}(?:安全|风险|防骗)提示|"
            rf"个人综合排名.{{0,20}}|发布于\s*{_DATE}\s*\S{{0,8}}|"
            rf"下载.{{0,10}}app|(?:关注问题|写回答|邀请回答|好问题|添加评论|编辑于.{{0,20}}|发帖|回帖)|"
            rf"被浏览\s*{_NUMBER}|{_NUMBER}\s*人赞同.{{0,8}}|"
            rf"赞同\s*{_NUMBER}|"
            r"点个(?:在看|赞|关注).{0,30}|[\u4e00-\u9fff]{1,3}(?:女士|先生|小姐)(?:\s*[·•|]?\s*\S{0,8}(?:招聘|人事|"
            r"猎头|hr)\S{0,6})?|"
            r".{1,16}[·•]\s*(?:人事|招聘|猎头|hr)\S{0,8}|验证码|法定代表人.{1,20}|成立日期.{0,14}|注册资本.{1,20}|"
            r"企业类型.{1,20}|经营(?:状态|"
            r"范围).{1,80}|统一社会信用代码.{0,24}|"
            r"面试评价|公司主页|工商信息|职位对话|竞争力分析|薪资分析|个人中心|我的简历|消息|通知|发布职位|企业版|"
            r"求职者|招聘者|我的|设置|退出(?:登录)?"
        ),
    )
)
_EN_BUTTON = "|".join(
    (
        (
            r"(?:easy |quick |one-click |1-click )?apply(?: (?:now|here|today|online|for (?:this|the) (?:job|role|"
            r"position|vacancy)|on (?:company|employer)"
            r"(?:'s)? (?:web)?site|via .{1,30}|with .{1,20}))?|(?:i'?m )?(?:not )?interested"
        ),
        (
            r"(?:save|share|report|print|e-?mail|bookmark|favou?rite|hide|flag|copy|view|tweet|pin|like|follow|"
            r"unfollow|star|watch|fork|reply|quote|"
            r"edit|delete|comment|download|dismiss|expand|collapse|translate)(?: (?:this|the))?(?: (?:job|page|link|"
            r"role|ad|advert|post|vacancy|position|"
            r"listing|company|profile|map|pdf|more|less|all|full (?:ad|description|job description)))?(?:\s*\(?\d+\)?)?"
        ),
        (
            r"(?:sign|log) ?(?:in|up|out)(?: (?:to|with|or|for) .{1,50})?|register(?: now)?|join(?: now| us)?|"
            r"create (?:an? )?(?:account|alert|job alert|profile)"
            r".{0,30}|(?:get|set up|create|send me)(?: (?:an? |new ))?(?:e-?mail |job )*(?:alerts?|notifications?|"
            r"updates).{0,50}"
        ),
        (
            r"(?:show|read|see|view|load|learn|find out|browse|explore|discover)\s+(?:more|less|all|full|similar|"
            r"other|related|open|our)(?: (?:jobs?|roles?|details?|reviews?|photos?|posts?|openings?|companies|"
            r"comments|replies|positions|info(?:rmation)?|results|articles|qualifications|benefits|about .{1,25}|"
            r"from .{1,20}|at .{1,20})){0,3}"
        ),
        (
            r"(?:re)?(?:posted|published|updated|listed|added|created|active|opened|last (?:updated|modified|"
            r"edited))\s*:?\s*(?:by \S+(?: \S+)? )?(?:on |by |at )?"
            r"(?:today|yesterday|just now|recently|(?:about |over )?(?:\d+|an?|one|two|three)\+? (?:minute|hour|day|"
            r"week|month|year)s?\+? ago|"
            r"\d{1,4}[-/. ]\w{1,9}[-/. ,]{1,2}\d{1,4}|\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?: by .{1,30})?"
        ),
        (
            r"(?:about |over )?(?:\d+|an?|one|two|three)\+? ?(?:minute|hour|day|week|month|year|min|hr|"
            r"[hdwm])s?\+? ago(?: (?:by|at|on|in|·|-) .{0,20})?|just now|new!?|"
            r"promoted|sponsored|featured|urgent(?:ly hiring)?|actively (?:hiring|recruiting|reviewing).{0,20}|"
            r"verified|closing soon|early applicant|hot job"
        ),
        (
            r"(?:over |more than )?[\d,]+\+? (?:people )?(?:applicants?|views?|applications?|"
            r"(?:people )?clicked apply|applied|likes?|comments?|shares?|replies|"
            r"reviews?|followers|reactions?|stars?|forks?|answers?|connections?|jobs?|openings?|results?|"
            r"people (?:have )?(?:viewed|applied).{0,20})"
        ),
        (
            r"be among the first \d+ applicants|be (?:one of )?the first to apply|see who .{1,40} has hired.{0,30}|"
            r"no longer accepting applications"
        ),
        r"(?:views?|likes?|applicants?|applications?|comments?|shares?|downloads?|hits|reads)\s*[:(]\s*[\d,.]+k?\)?",
        (
            r"(?:« |< |‹ |← )?back(?: to .{1,30})?|skip to .{1,30}|(?:go )?to top|next(?: (?:page|job|post|article))?|"
            r"prev(?:ious)?(?: (?:page|job|post|article))?|"
            r"page \d+(?: of \d+)?|menu|toggle .{1,20}|close|cancel|submit|search(?: jobs?)?|filters?|"
            r"sort(?: by.{0,20})?|clear(?: all)?|ok|accept(?: all)?|loading.{0,5}"
        ),
        (
            r"facebook|twitter|linkedin|instagram|youtube|whatsapp|wechat|weibo|telegram|tiktok|pinterest|x|reddit|"
            r"glassdoor|rss|copy link"
        ),
        (
            r"(?:job|requisition|req|posting|vacancy|reference|ref)\.?\s*(?:id|no\.?|number|code|"
            r"#)\s*[:#.]?\s*#?[\w/-]{1,24}|reading time.{0,20}|\d+ min(?:ute)?s? read"
        ),
        (
            r"(?:job |vacancy )?advert(?:isement)?s?|pulled from the full job description|"
            r"(?:view )?full job description|refer (?:a|your) friends?.{0,20}|"
            r"join (?:our|the) talent (?:community|network|pool).{0,20}|(?:skip to (?:main )?\w+\s*)+|"
            r"register to .{1,60}|thank you(?: for (?:your interest|reading|visiting).{0,40})?|"
            r"download (?:the )?(?:application|enrolment|registration) (?:form|pack)|(?:application|job) (?:form|"
            r"pack)(?: \(.{1,12}\))?|was this (?:page )?helpful.{0,20}"
        ),
        (
            r"referrals increase your chances.{0,60}|see who you know.{0,30}|get notified about new .{0,120}|"
            r"your application will include the following questions.{0,4}|"
            r"which of the following statements best describes.{0,80}|employer questions|be careful|"
            r"report this job ad(?:vert)?|indicates? (?:a )?required fields?|"
            r"\* ?(?:indicates? )?required.{0,20}|(?:first|last|full|middle) name ?\*?|e-?mail(?: address)? ?\*|"
            r"phone(?: number)? ?\*|(?:submit|start|continue|review) (?:your )?application|"
            r"powered by .{0,30}|(?:re)?posted \d+ ?(?:h|hr|d|w|mo)s? ago|keep reading.{0,30}|to top|best of.{0,6}|"
            r"(?:download|get) (?:the |our )?app|app store|google play|(?:accept|manage|"
            r"reject) (?:all )?cookies.{0,20}|edit this page.{0,20}|improve this page"
        ),
        (
            r"\d+(?:\.\d)? ?(?:★|out of 5(?: stars)?|stars)(?: .{0,20})?|was this (?:page|article|job|"
            r"information) .{1,30}|yes no|on this page|table of contents|contents"
        ),
    )
)
BUTTON = re.compile(rf"(?:{_ZH_BUTTON}|{_EN_BUTTON})\s*[!！.。:：]?", re.IGNORECASE)
"""A field that is a button, a count, a date of the page, the text of an image or the like."""

NAVIGATION = re.compile(
    r"(?:网站|本站)?(?:首页|主页|地图|声明|客服|导航|公告)|关于(?:我们|本站)|联[系络]我们|加入我们|人才招[聘募]|"
    r"诚[聘招]英才|招贤纳士|新闻(?:中心|动态|资讯)|"
    r"产品(?:中心|展示|服务)?|公司(?:简介|介绍|概况|动态|新闻|文化)|企业文化|服务(?:项目|中心|支持|热线.{0,20})|"
    r"成功案例|解决方案|友情链接|帮助(?:中心)?|"
    r"常见问题|意见反馈|隐私(?:政策|声明|条款|协议)|用户(?:协议|条款)|使用(?:条款|协议)|服务条款|法律声明|"
    r"免责声明|网站(?:地图|声明|导航)|资源地图|"
    r"联系(?:客服|方式)|客服(?:中心|热线|电话).{0,20}|(?:在线|网站)留言|商务合作|广告(?:服务|合作)|会员(?:中心|服务)|"
    r"(?:职位|岗位|高级|全站|公司)?搜索|校园?招聘?|社招|社会招聘|实习|职位|公司|校招|职场|资讯|论坛|博客|问答|"
    r"社区|学院|海归|热招|下载中心|(?:行业|研究)报告|(?:教育|文档|"
    r"资料)(?:文库|中心|分类)|"
    r"home(?: ?page)?|jobs?|careers?|vacancies|companies|employers|recruiters|job seekers|about(?: us)?|"
    r"contact(?: us)?|news(?:room)?|blog|"
    r"people|learning|network|messaging|notifications|press|media|investors|products?|solutions|services|pricing|"
    r"resources|support|help(?: cent(?:er|re))?|faqs?|events|"
    r"privacy(?: (?:policy|notice|centre|center))?|terms(?: (?:of (?:use|service)|(?:and|&) conditions))?|"
    r"legal(?: notice)?|sitemap|"
    r"accessibility(?: statement)?|cookies?(?: (?:policy|settings|preferences))?|security|imprint|"
    r"modern slavery(?: statement)?|sign (?:in|up)|log ?in|"
    r"(?:salary guide|salaries|career advice|post a job|my account|my jobs|saved jobs|job search|find jobs|"
    r"browse jobs)",
    re.IGNORECASE,
)
"""A field that names a part of a site; a word of many texts too, so one alone says nothing."""

PAGE_FACT = re.compile(
    r"(?:上传(?:人|者|时间|日期|用户)|文档(?:编号|格式|大小|页数|分类)|文件(?:大小|格式|类型|编号)|下载(?:积分|券|"
    r"次数|所需)|所需积分|资源(?:id|编号|大小|格式)|"
    r"点击[数量]|浏览[数量次]{0,2}|阅读[数量次]{0,2}|访问[数量次]{0,2}|发布(?:人|者|单位|部门|机构|日期|时间|"
    r"来源)|(?:信息|文章|稿件|新闻|内容)来源|"
    r"责任编辑|更新(?:时间|日期)|创建(?:时间|日期)|(?:录入|添加|刊登)(?:时间|日期|者)|职位(?:发布者|编号|id)|"
    r"(?:职位|招聘|信息|岗位)有效期|招聘者|贴主|楼主|"
    r"最近登[录陆]|最后活跃|页数|总?字数|ip属地|原文链接|本文链接|文章网址|发信站|"
    r"posted(?: on| by| date)?|date posted|published(?: on| by)?|(?:last )?updated|views|job (?:id|ref|reference|"
    r"number|code)|"
    r"关键[字词]|post(?:ing)? id|url|web ?site|link|网址|链接|requisition(?: id)?|vacancy (?:id|ref)|"
    r"ref(?:erence)?(?: no\.?| number| code)?|categor(?:y|ies)|tags|filed under|author|written by|source)"
    r"\s*[:：#]\s*(?P<value>\S.{0,40})?",
    re.IGNORECASE,
)
"""A labelled fact about the page or the file, not about the post."""
MAYBE_PAGE_FACT = re.compile(
    r"(?:来源|作者|编辑|审核|校对|审稿|通讯员|记者|摄影|分类|标签|状态|格式|大小|积分|关键[词字]|栏目|版本|编号|"
    r"编制|时间|日期|融资(?:阶段|情况)|公司规模|"
    r"type|size|format|status|date|by|industry|company size)\s*[:：｜|]\s*\S.{0,24}",
    re.IGNORECASE,
)
"""The same, where another field of the line or a place at the edge of the page says so."""

TRAIL_START = re.compile(
    r"(?:您|你)?(?:的)?(?:现在|当前|所在)?(?:的)?位置\s*(?:是|为)?\s*[:：]?|当前页面\s*[:：]?|you are here\s*:?",
    re.IGNORECASE,
)
TRAIL = re.compile(r"\s*(?:>+|»|›|→|/|\\|＞)\s*")
"""What stands between the steps of a path through a site."""
TRAIL_HOME = re.compile(
    r"(?:[\w\u4e00-\u9fff]{0,8}(?:首页|主页)|home(?: ?page)?|handbook|docs|documentation|wiki|文档|知识库|jobs?|"
    r"careers?|"
    r"招聘|人才招聘|社招|校招|全部职位|职位|start)",
    re.IGNORECASE,
)

# -- lines -------------------------------------------------------------------------------------------------------------

PAGE_LABEL = re.compile(r"(?P<title>.{2,80})[_\-—\s]第\s*\d+\s*页")
"""The label a document-sharing site prints under each page image; it gives the document's title away."""

CHROME_LINE = re.compile(
    r"(?:"
    r"[-—–]{0,2}\s*第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?\s*[-—–]{0,2}|共\s*\d+\s*页|page \d+(?: of \d+)?|"
    r"[-—]\s*\d+\s*[-—]|\d{1,5}\s*/\s*\d{1,5}"
    r"|已阅读\s*\d+\s*页.{0,40}|还剩\s*\d+\s*页.{0,30}|.{0,12}(?:继续|点击|展开)(?:免费)?(?:阅读|"
    r"查看)(?:全文|更多|剩余)?.{0,10}|阅读全文|展开全部|查看更多|加载更多|收起"
    r"|(?:点击|免费|立即|付费|会员)?下载(?:本?文档|全文|原文|附件|资源)?(?:到电脑)?|下载(?:积分|"
    r"券).{0,20}|版权(?:说明|声明|所有|归).{0,200}|文档(?:简介|介绍|信息|标签|格式).{0,60}"
    r"|(?:最新|相关|推荐|热门|猜你喜欢的?|类似)(?:文档|推荐|阅读|文章|资料|资源|下载|搜索|职位|岗位)|"
    r"猜你喜欢|相似职位|为你推荐"
    r"|(?:全部|最新|热门|网友|用户|发表|提交|写)?评论(?:\s*[（(]?\d*[)）]?)?|共\s*\d+\s*条评论|"
    r"登录后.{0,20}|请先登录.{0,20}|(?:登录|注册)(?:\s*/?\s*(?:登录|注册))?"
    r"|(?:举报|收藏|分享|点赞|打印|复制链接|关注|返回顶部|回到顶部|返回首页|首页|上一[页篇].{0,60}|"
    r"下一[页篇].{0,60}|目录|关闭|赞|踩|回复|转发|保存)(?:\s*[（(]?\d*[)）]?)?"
    r"|(?:举报|收藏|分享|点赞|打印|评论|下载)(?:[\s|·•/]+(?:举报|收藏|分享|点赞|打印|评论|下载))+"
    r"|分享到.{0,40}|扫一扫.{0,40}|扫码(?:下载|关注|投递|加|查看|登录|进群|分享|申请|报名|添加|咨询|访问|入群|"
    r"进群|加群)?.{0,6}|扫码(?:下载|关注|投递|[加进入]群|申请|报名).{0,30}|"
    r"(?:浏览|阅读|下载|收藏)(?:量|次数|"
    r"数)?\s*[:：]?\s*\d+\s*次?|上传(?:时间|者|人).{0,40}|(?:发布|更新|上传)(?:于|时间|"
    r"日期)\s*[:：]?\s*[\d\-/.年月日 :：]+"
    r"|(?:立即|马上|一键)?(?:申请职位|投递简历|投递|应聘|我要应聘|我要应征|应征)|立即申请|"
    r"投简历.{0,40}|.{0,20}©.{0,80}|copyright.{0,80}|all rights reserved\.?"
    r"|apply (?:now|here|today)[.!]?|share(?: this(?: job| page)?)?|save(?: this)? job|report(?: "
    r"this)? job|sign (?:in|up)|log in|show more|read more|see more|back to top|cookies?(?: (?:policy|settings|"
    r"preferences|notice|consent).{0,40})?|.{0,40}\buses? cookies.{0,60}|"
    r"subscribe(?: (?:now|here|today|to (?:our|the|this|job|updates|newsletter).{0,40}))?"
    r"|.{0,16}(?:本站|网站)(?:所有|的)?(?:资源|文档|内容|文件).{0,120}|字数\s*[:：]\s*\d+|格式\s*[:：]\s*[A-Za-z]{2,5}"
    r")\s*[:：]?",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"[-=*_—－~～#]{3,}|[*\s]{5,}|[◆■●]{3,}")

FOOTER = re.compile(
    r".{0,40}(?:©|\(c\)\s*\d{4}|copyright\b).{0,120}|.{0,60}(?:[\u4e00-\u9fff]icp[备证]|公网安备|增值电信).{0,80}|"
    r".{0,30}版权所有.{0,60}|"
    r".{0,30}all rights reserved.{0,40}|技术支持\s*[:：].{0,30}|powered by .{0,40}|(?:人力资源服务许可证?|"
    r"营业执照)(?:信息|编号)?\s*[:：]?\s*[\w（）()]{0,30}|本站由.{0,30}|"
    r"(?:违法|不良|举报).{0,12}(?:电话|热线|邮箱)\s*[:：]?.{0,40}|客服(?:热线|电话)\s*[:：]?\s*[\d\-]{7,}.{0,30}",
    re.IGNORECASE,
)
SITE_NOTE = re.compile(
    r".{0,60}(?:如有侵权|侵权.{0,12}(?:删除|联系|投诉)|(?:由|系)(?:用户|会员|网友|作者|本站).{0,6}(?:上传|分享|"
    r"提供|发布|整理)|"
    r"(?:未经|不得).{0,16}(?:转载|复制|商用)).{0,120}|"
    r"(?:转载|转发|引用)(?:请|须|需).{0,30}|欢迎转[发载].{0,40}|本文(?:来源|转[载自]|首发|摘自|原载|仅代表|"
    r"版权).{0,60}|"
    r"(?:求职|应聘|交易|防骗|防诈骗|安全|反诈|郑重|风险)(?:安全)?(?:提示|提醒|警示|声明)\s*[:：].{0,160}|"
    r".{0,20}(?:任何)?(?:用人单位|招聘(?:单位|方)|公司|企业|平台).{0,10}(?:以任何|名义).{0,20}(?:收取|收费).{0,80}|"
    r"[—\-]*(?:以上|本)(?:信息|内容|资料|文档|职位|岗位)由.{1,30}(?:提供|发布|上传).{0,40}|"
    r"这是一个创建于.{0,60}|关注.{0,10}公众号.{0,20}(?:回复|领取|获取).{0,30}|.{0,12}严禁.{0,40}(?:用人单位|"
    r"招聘者|用户|求职者).{0,80}|.{0,30}(?:索[取要]|"
    r"收取).{0,12}(?:财物|费用|押金).{0,60}|"
    r"(?:如|若)[您你]?(?:发现|遇到|遇).{0,60}(?:举报|反馈|投诉).{0,20}|"
    r"(?:please )?(?:don't|do not|never) (?:provide|give|share|send).{0,40}(?:bank|credit card|password|"
    r"payment).{0,80}|"
    r".{0,16}(?:提[醒示]|警示)(?:您|你|求职者|用户|各位)?\s*[:：].{0,30}(?:求职|应聘|招聘|缴纳|收费|诈骗|转账|"
    r"押金).{0,100}|"
    r"(?:for )?(?:more|additional|further|full) (?:information|details).{0,100}(?:can be found|(?:is|"
    r"are) available|please (?:see|visit)|see|visit).{0,120}|"
    r".{0,80}(?:beware of|never ask (?:you )?for|do not (?:send|share|provide)).{0,40}(?:scam|fraud|money|payment|"
    r"bank|fee).{0,120}",
    re.IGNORECASE,
)
"""A note of the site to those who read it: rights, warnings, who uploaded it."""

OTHER_PAGES = re.compile(
    r"(?:您|你|大家)?(?:可能|或许|也许)?(?:还|也|都)?(?:喜欢|感兴趣|在看|在搜|在找)(?:的)?(?:职[位缺]|岗位|内容|"
    r"文[章档]|工作)?|猜你(?:喜欢|想看|想搜).{0,6}|"
    r"(?:看过|浏览过?|投递过?|申请过?|应聘过?).{0,12}的?(?:人|用户|求职者)?(?:还|也)(?:看|浏览|投|申请|关注|"
    r"喜欢).{0,6}|(?:为[您你])?(?:精选|"
    r"推荐|精彩)(?:阅读|职[位缺]|岗位|文[章档]|内容|"
    r"企业|公司|工作)|"
    r"为[您你]推荐.{0,6}|(?:相关|相似|类似|同类|最新|热门|热招|附近|周边|最近|更多|其[他它]|推荐|本周|近期|往期|"
    r"精选)(?:的)?"
    r"(?:职[位缺]|岗位|工作|文[章档]|推荐|阅读|招聘|搜索|资[料源讯]|下载|链接|内容|新闻|公司|企业|话题|问题|标签|"
    r"帖子|城市|机会|热搜)(?:推荐|信息|列表)?|"
    r"(?:本|该|此|这家)?公司(?:的)?(?:其[他它]|更多|全部|所有|在招|热招|最新)(?:在招)?(?:的)?(?:职[位缺]|岗位|"
    r"工作|招聘).{0,4}|延伸阅读|热搜(?:榜|词)?|"
    r"热门(?:搜索|城市).{0,6}|"
    r"(?:similar|related|recommended|latest|featured|recent|more|other|nearby|new|popular|trending|further)"
    r" (?:jobs?|roles?|vacanc(?:y|ies)|openings?|positions?|searches|articles?|posts?|reading|opportunities|"
    r"listings|questions|companies|stories|news|content|pages|topics)"
    r"(?: (?:like|from|at|in|by|near|for|with|you) .{1,50}|,? you .{1,30})?|more (?:from|at|by) .{1,40}|"
    r"(?:people|others|candidates|applicants)(?: who .{1,30})? also .{1,40}|(?:jobs? )?you (?:may|might|"
    r"could) (?:also )?(?:like|be interested in).{0,20}|recommended(?: for you)?|"
    r"(?:see|view|browse|explore) (?:all |our )?(?:other |more |similar |open )?(?:jobs|roles|vacancies|openings|"
    r"positions)(?: (?:at|in|from|by|near|with|like|for|of) .{0,30})?|related searches|popular searches",
    re.IGNORECASE,
)
"""The heading of a list of other pages: nothing below it is about this one."""

COMMENTS = re.compile(
    r"(?:全部|最新|网友|用户|精彩|热门|读者|文档|文章)?(?:评论|留言|回复|跟帖)区?(?:\s*[（(]?\d+[)）]?)?|"
    r"(?:共有?\s*)?\d+\s*[条个]\s*(?:评论|回复|回答|留言)\b.{0,40}|"
    r"(?:all )?comments?(?:\s*\(?\d+\)?)?|\d+ (?:comments?|replies|responses)|(?:leave|post|add) a (?:comment|"
    r"reply)|(?:发表|写|提交|我要)评论",
    re.IGNORECASE,
)
"""The heading of what readers wrote below a page."""
END = re.compile(r"[\s—\-~*=]*(?:the end|end|完|全文完|正文完|到底了)[\s—\-~*=。]*", re.IGNORECASE)
OTHER_PAGES_LISTED = re.compile(rf"(?:{OTHER_PAGES.pattern})\s*[:：]\s*\S.{{0,80}}", re.IGNORECASE)
"""The same with the list behind it."""
LINKS = re.compile(
    r"[#*=\s]*(?:resources|(?:(?:useful|related|external|quick|additional) )?(?:links|resources)|references|"
    r"see also|further reading|相关链接|参考(?:资料|链接|文献)|外部链接|延伸阅读)\s*[:：]?[*\s]*",
    re.IGNORECASE,
)
"""The heading of a list of links."""
LINK = re.compile(r"https?://\S+|\[[^\]\n]+\]\([^)\n]+\)|<a\s")
MARKUP = re.compile(r"(?:</?[a-z][^<>\n]*>\s*)+|https?://\S+|[\s|:+]*-{3,}[\s|:+-]*\|[\s|:+-]*", re.IGNORECASE)
"""A line of nothing but tags, an address, or the rule below the head of a table."""
CLOSES = re.compile(
    r"(?:applications? (?:close|closing|due|deadline)s?|(?:application |advert )?closing date|deadline|"
    r"date posted|posted|截止(?:日期|时间)?|(?:报名|投递|申请)截止(?:日期|时间)?|发布(?:日期|时间))\s*[:：]?",
    re.IGNORECASE,
)
"""The label of a date of the page that stands on a line of its own."""

ASKED_PAPERS = re.compile(
    r"(?:cover(?:ing)? letter|cv|r[ée]sum[ée]|portfolio|references?|求职信|附件简历|作品集)\s*[:：]?", re.IGNORECASE
)
ASKED = re.compile(r"(?:required|optional|not required|not needed|n/?a|yes|no|必填|选填|需要|不需要)\.?", re.IGNORECASE)
"""A field of an application form and what it says."""

_LOOSE_DATE = (
    r"(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:[\sT,]*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[+-]\d{2}:?\d{2})"
    r"?)?|\d+\s*(?:分钟|小时|天|日|周|个?月|年)前|昨天|刚刚|"
    r"(?:on )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|"
    r"(?:on )?\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|"
    r"(?:about |over )?(?:\d+|an?) (?:minute|hour|day|week|month|year)s? ago|yesterday)"
)
BYLINE = re.compile(
    rf"@?[^\s：:，。；,;]{{1,30}}(?: [^\s：:，。；,;]{{1,20}}){{0,2}}\s*(?:\([^()]{{1,20}}\)\s*)?"
    rf"(?:[·•|｜\-–—]\s*(?:[a-z\u4e00-\u9fff]{{2,14}}\s*[·•|｜\-–—]\s*)?|(?:commented|opened(?: this(?: issue|"
    rf" pull request)?)?|wrote|replied|posted|said|asked|answered|"
    rf"发[表布]于|评论[道于]?|回[复答][道于]?|发帖于?|写道|提问于)\s*[:：]?\s*){_LOOSE_DATE}(?:\s*[·•|,-].{{0,30}})?",
    re.IGNORECASE,
)
"""Who wrote a comment or a post, and when; another text begins below it."""
STAMPED = re.compile(
    r"[^，。；！？]{0,50}\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?[\sT]*\d{1,2}:\d{2}[^，。；！？]{0,20}|"
    r"原创\s+\S.{0,60}|来自\s*[:：]\s*\S.{0,40}"
)
"""A line that carries the hour at which the page was made, or its author as a forum or a magazine prints them."""
DATE_ALONE = re.compile(
    rf"(?:{_LOOSE_DATE}|[二〇○零一]{{1}}[〇○零一二三四五六七八九]{{3}}年[一二三四五六七八九十]{{1,3}}月[一二三四五"
    rf"六七八九十]{{1,3}}日)",
    re.IGNORECASE,
)
FILE_NAME = re.compile(
    r"[《“\"]?(?P<title>[^《》\n/]{2,80})\.(?:docx?|pdf|pptx?|xlsx?|txt|wps|rtf|zip)[》”\"]?", re.IGNORECASE
)
FILE_NAME_INSIDE = re.compile(r"[《“\"][^《》\n]{2,80}\.(?:docx?|pdf|pptx?|xlsx?|txt)[》”\"]", re.IGNORECASE)
FORUM = re.compile(
    r"(?:作者|看板|标题|时间)[ \t\u3000]+\S.*|※ ?(?:发信站|文章网址|编辑|转录者).*|"
    r"[推嘘→] ?\S{1,20}\s*[:：].*\d{1,2}/\d{1,2}(?:\s+\d{1,2}:\d{2})?|"
    r"\d+\s*[楼#l](?:\s.{0,40})?|(?:沙发|板凳|地板|楼主)",
    re.IGNORECASE,
)
"""The head, the foot and the replies that a bulletin board prints around a post."""
HASHTAGS = re.compile(r"(?:[#＃][^\s#＃]{1,24}[#＃]?\s*){2,}")
CHIP = re.compile(r"[^，。；：！？,.;:!?]{1,12}\s*[+＋×✕>›»]+")
"""A tag that one may press: few words and a sign."""
CONTACT_FIELD = re.compile(
    r"(?:公司|联系|单位|学校|医院|办公)?(?:地址|电话|传真|邮编|邮箱|网址|官网|总机|热线|手机|qq|微信|e-?mail|tel|"
    r"fax|phone|address|website|"
    r"web)\s*[:：].{2,60}",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:如|若)(?:您|你)?(?:有|对.{1,10}有)(?:任何|其[他它])?(?:疑问|问题|不明|疑义|意见|建议|需要).{0,10}(?:请|"
    r"可|欢迎)|(?:以上|解释权)|(?:any |"
    r"if you have (?:any )?)questions?\b",
    re.IGNORECASE,
)
"""How the last line of a guide says whom to ask."""
NOTICE_START = re.compile(
    r"(?:温馨提示|友情提示|特别提示|提示|免责声明|版权提示|版权声明|版权说明|下载须知|注意事项及免责声明)\s*[:：]?"
)
"""A heading of a site's own notes; the list under it is chrome as far as it speaks of files."""
NOTE = re.compile(
    r"本站|下载|上传|侵权|文档|文件|压缩|图纸|附件|网站|本网|版权|登录|会员|浏览器|存储空间|预览|退款|积分|平台|"
    r"客服|仅供(?:参考|学习)"
)
