"""Words by which a title line is read: what roles, employers and places are called, and what hangs on to them.

Chinese stands in Simplified: texts are folded to match.
"""

from __future__ import annotations

import re

_ROLE_ZH = (
    "运营|经理|专员|主管|总监|工程师|助理|顾问|店长|站长|分析师|编辑|设计师|客服|主任|负责人|专家|培训师|产品|"
    "策划|销售|会计|馆员|组长|岗(?!位|前)|实习生|教师|"
    "护士|校医|医生|医师|药师|技师|治疗师|司机|厨师|导师|老师|店员|干部|文员|出纳|主播|场控|投手|中控|保安|保洁|"
    "骑手|导购|收银|仓管|库管|领班|架构师|"
    "研究员|科学家|合伙人|管培生|储备|代表|技工|普工|学徒|秘书|干事|讲师|教练|教官|店助|副总|总裁|院长|园长|校长|"
    "所长|厂长|队长|班长|部长|课长|处长|科长|"
    "店务|人事|律师|法务|审计|摄影|摄像|剪辑|文案|跟单|跟投|陪玩|月嫂|阿姨|保姆|服务生|调酒|咖啡师|面点|帮厨|配菜|"
    "传菜|迎宾|前台|柜员|柜长|督导|巡店|陈列师|"
    "采购|外贸|护理人员|工作人员|操作人员|编程|程序员|管家|经纪人|规划师|理财师|精算师|评估师|造价员|兽医|营养师|"
    "药剂师|检验师|放射师|助产士|保育|飞手|导演|编导|演员|歌手|模特"
)
_ROLE_EN = (
    "manager|specialist|engineer|analyst|leads?|officer|assistant|coordinator|director|designer|intern|executive|"
    "associate|supervisor|barista|librarian|"
    "developer|administrator|accountant|bookkeeper|consultant|advis[eo]r|representative|agent|clerk|receptionist|"
    "secretary|nurse|doctor|physician|"
    "pharmacist|therapist|dentist|technician|mechanic|electrician|plumber|welder|fitter|carpenter|driver|courier|"
    "rider|operator|operative|picker|packer|handler|"
    "cook|chef|baker|butcher|waiter|waitress|waiting staff|server|bartender|host|hostess|housekeeper|cleaner|"
    "porter|concierge|caretaker|janitor|gardener|"
    "teacher|tutor|lecturer|professor|teaching assistant|instructor|trainer|coach|counsell?or|educator|researcher|"
    "scientist|fellow|chemist|biologist|"
    "architect|planner|surveyor|buyer|merchandiser|marketer|strategist|copywriter|writer|editor|journalist|"
    "producer|photographer|videographer|animator|illustrator|"
    "cashier|sales ?person|salesman|seller|shop assistant|auditor|controller|controllership|treasurer|economist|"
    "actuary|underwriter|broker|paralegal|lawyer|attorney|solicitor|"
    "recruiter|generalist|partner|president|head of [a-z &]+|head|chief [a-z]+ officer|c[efto]o|principal|"
    "superintendent|foreman|steward|guard|inspector|investigator|"
    "grower|propagator|brewer|tailor|glazier|roofer|plasterer|painter|decorator|bricklayer|scaffolder|joiner|"
    "groomer|lifeguard|ranger|firefighter|paramedic|midwife|optician|dietitian|veterinarian|usher|rigger|printer|"
    "archivist|pilot|deckhand|purser|sommelier|kitchen hand|dishwasher|busser|runner|barback|valet|bellhop|"
    "dispatcher|scrum master|product owner|tester|programmer|sre|devops|apprentice|trainee|graduate|volunteer|"
    "worker|"
    "staff member|attendant|carer|caregiver|practitioner|nanny|"
    "support worker|labou?rer|machinist|dispatcher|scheduler|estimator|translator|interpreter|curator|conservator|"
    "registrar|fundrais(?:er|ing)|moderator|evangelist|auditor|crew"
)
_ROLE = (
    rf"{_ROLE_ZH}|(?:[理管服质保配采统场助教飞][货理务检安送购筹控教手]|[\u4e00-\u9fff]{{2}})[员师工生长]\Z|"
    rf"(?:人员|护理|行政|财务|设计|开发|测试|后勤|翻译|推广|教务|教研)\Z|\b(?:{_ROLE_EN}|\w*(?:therapist|ologist|"
    rf"ographer|keeper|maker|smith|(?!check|wait|short)\w\w\w+ist(?<!list)(?<!sist)(?<!xist)))s?\b"
)
ROLE_NOUN = re.compile(_ROLE, re.IGNORECASE)
ROLE_LAST = re.compile(rf"(?:{_ROLE})\s*\Z", re.IGNORECASE)
"""What the name of a role holds or ends with."""

TITLE_LABEL = re.compile(
    r"\W{0,3}(?:(?:招聘|招募|应聘|应征|需求|拟聘|意向|期望|目标|征求|热招|诚聘|急聘|在招)?(?:职位|岗位|职务|职缺|"
    r"工种)(?:名称|方向|标题)?|求职意向|应聘方向|工作名称|"
    r"job title|title|position(?: title)?|role(?: title)?|job(?: name)?|post(?: title)?|vacancy|opening|"
    r"职位名)\s*[:：]\s*"
    r"(?P<title>[^，。；;\n]{2,60})"
    r"|\W{0,3}(?:招聘)?(?:岗位|职位|职缺|position|job|role|vacancy|opening)\s*(?:[一二三四五六七八九十]{1,2}|"
    r"\d{1,2})】?\s*[:：、.)]?\s*"
    r"(?P<numbered>[^，。；;：:\n]{2,40})",
    re.IGNORECASE,
)
ORGANISATION_LABEL = re.compile(
    r"(?:公司|企业)名称(?=[^\s：:])(?P<bare>[^，。；;：:\s]{4,40}(?:公司|厂|店|中心|集团))|\W{0,3}(?:(?:招聘|用人|"
    r"发布|所属|雇用)?(?:公司|企业|单位|"
    r"机构|学校|医院|店铺|品牌|雇主|东家)(?:名称|全称)?|company(?: name)?|employer|"
    r"hiring (?:company|organi[sz]ation)|organi[sz]ation(?: name)?|business name|"
    r"firm)\s*[:：]\s*(?P<name>[^，。；;\n]{2,60})",
    re.IGNORECASE,
)
TITLE_ALONE = re.compile(
    r"\W{0,3}(?:(?:job |position |role )?title|position|vacancy|role|job|(?:招聘)?(?:职位|"
    r"岗位)(?:名称)?)\s*[:：]\W{0,3}",
    re.IGNORECASE,
)
ORGANISATION_ALONE = re.compile(
    r"\W{0,3}(?:company(?: name)?|employer|organi[sz]ation|(?:公司|企业|单位)(?:名称)?|招聘单位)\s*[:：]\W{0,3}",
    re.IGNORECASE,
)
"""A label of which the value stands on the next line."""

_KINDS = (
    "有限责任公司|股份有限公司|有限公司|分公司|子公司|公司|集团|银行|农商行|[农工商]行|事务所|律所|学校|学院|大学|"
    "[中小]学|幼儿园|托育园|早教中心|医院|卫生院|诊所|门诊部|"
    "酒店|宾馆|民宿|博物馆|图书馆|美术馆|科技馆|纪念馆|文化馆|中心|超市|商场|餐饮|餐厅|酒楼|饭店|面馆|书店|书屋|"
    "药房|药店|科技|物流|传媒|文化|电商|商贸|贸易|实业|"
    "钢构|制造|机械|建筑|装饰|地产|置业|物业|服饰|服装|食品|家居|教育|培训|咨询|旅行社|工作室|俱乐部|协会|学会|"
    "基金会|商会|研究院|研究所|设计院|出版社|报社|杂志社|电视台|"
    "殡仪馆|养老院|敬老院|福利院|养护院|合作社|农场|牧场|工厂|厂|局|委员会|办公室|办事处|街道办|管理处|服务站|署|"
    "厅|处|队|平台|工业|重工|实业|互动|网络|文创|文旅|影视|广告|投资|资本|证券|"
    "基金|保险|律师事务所|便利店|烘焙|咖啡|茶饮|健身|美容|造型"
)
ORGANISATION_NAME = re.compile(
    rf"[^，。；：:！？\s]{{2,30}}?(?:{_KINDS})(?:[（(][^（）()]{{2,16}}[)）])?|"
    r"(?:[A-Z&][\w&.'’-]*\s+){1,6}(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|Pty Ltd|Co|Corp|Corporation|Company|"
    r"Group|Holdings|Partners|University|College|Hospital|School|"
    r"Academy|Council|Trust|Museum|Library|Foundation|Institute|Bank|Hotel|Clinic|Society|Agency|Bakery|Studios?|"
    r"Labs?)\.?(?:,? (?:Ltd|Limited|Inc|LLC|Co\.?))?\.?"
)
"""What employers are called, whole."""
BOTH_NAMES = re.compile(
    r"(?P<en>[A-Z][\w&.,'’ -]{1,60}?)\s*(?P<zh>[\u4e00-\u9fff（）()]{2,30})|"
    r"(?P<zh2>[\u4e00-\u9fff（）()]{2,30})\s*(?P<en2>[A-Z][\w&.,'’ -]{1,60})"
)
"""An employer's name in both languages."""
ORGANISATION_LIKE = re.compile(
    r"(?!(?i:job|role|full|about|our|the|your|key|main|position|overview|summary|details?|description|"
    r"requirements?|responsibilit\w+|location|salary|levels?|grade|band|"
    r"team|department|introduction|apply|new|urgent|remote|hybrid)\b)[A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|of|"
    r"the|and|for|de|la|on|in)){0,6}(?:, [A-Z][\w&.,'’ -]{2,60})?",
)
"""A line of capitalised words that may be an employer's name where it stands beside a title."""
ADVERTISES = re.compile(
    r"(?:(?:job|vacancy|position|recruitment|employment|career)s? )?(?:vacancy|notice|announcement|"
    r"advert(?:isement)?|ad|posting|description|specification|opportunit(?:y|ies)|profile|bulletin|opening)s?"
    r"(?:\s*(?:no\.?|number|#|ref\.?:?)\s*[\w/.-]+)?|(?:招聘|招募|招工|招考)(?:启事|公告|简章|信息|广告|通知)?|"
    r"(?:职位|岗位)(?:信息|说明|介绍|详情)",
    re.IGNORECASE,
)
"""A line that only says that it hires."""
ORGANISATION_FIRST = re.compile(
    rf"(?P<dated>[^\s，。：]{{2,24}}?(?:{_KINDS}))\s*20\d{{2}}(?:年度?|学年度?|届|"
    rf"级)?(?:第.学期)?(?P<post>[^\s，。：]{{2,20}})|"
    rf"(?P<name>[^\s，。：]{{2,30}}?(?:{_KINDS})(?:[（(][^（）()]{{2,16}}[)）])?)\s+(?P<title>\S.{{1,30}})|"
    r"(?P<glued>[^\s，。：]{2,24}?(?:有限责任公司|有限公司|集团|事务所|幼儿园|卫生院))(?P<role>[^\s，。：]{2,20})"
)
"""An employer and a role side by side; only the surest kinds of employers need no space between them."""

_CALL = (
    "招聘|诚聘|急聘|急招|招募|诚征|急征|征求|诚招|高薪诚聘|招录|招考|招收|招工|征才|热招|直招|聘请|聘用|选聘|招人|"
    "寻找|在找|想找|寻觅|诚邀|招(?![商生标投聘录待牌股引募])"
)
_BEFORE_CALL = (
    r"(?:\s*(?:20\d{2}年?(?:度|届|春季|秋季|上半年|下半年|第[一二三四]季度|[一二三四]?季度|\d{1,2}月)?|"
    r"因.{2,10}(?:需要|发展)|[秋春校社](?=招)|[春秋夏冬]季|提前批|现|拟|"
    r"正在|正|急|各(?:类|个)?(?:岗位|人员|职位)|长期|大量|公开|面向(?:社会|全国|校园)?|社会|校园|暑期|寒假|高薪|"
    r"最新|部分|第.{1,3}批|人才))*\s*"
)
_NUMBER = r"(?:[一二两三四五六七八九十若数多]+|\d{1,3})\s*[名位个人]"
HIRES = re.compile(
    rf"(?P<name>[^，。；：！？\s]{{2,30}}?(?:\s(?!\s)[^，。；：！？\s]{{1,12}})??){_BEFORE_CALL}(?:{_CALL}){{1,2}}"
    rf"\s*[:：]?\s*("
    rf"?:了|啦)?\s*(?:{_NUMBER})?\s*(?P<title>[^，。；：！？]{{2,30}})?\W*"
)
"""`employer hires role`; either may be missing in what is made of it."""
HIRES_EN = re.compile(
    r"(?P<name>[A-Z0-9][\w&.'’ -]{1,40}?)\s*(?:is|are)\s+(?:now |currently |actively )?(?:hiring|looking for|"
    r"seeking|recruiting|searching for)(?: for)?\s*[:–-]?\s*"
    r"(?:an? |our next |our |\d+ )?(?P<title>[\w&/,.()'’+# -]{2,60}?)?[\s!！.。]*|"
    r"(?:we(?:['’]re| are)|now|currently)?\s*(?:(?:hiring|looking for|seeking|recruiting)\s*[:!–-]?|(?:wanted|"
    r"job opening|job vacancy|vacancy|open position|job|career opportunity)\s*[:!–-])"
    r"\s*(?:an? |our next )?(?P<role>[\w&/,.()'’+# -]{2,60}?)(?:\s+(?:at|@|"
    r"with)\s+(?P<at>[A-Z][\w&.'’ -]{1,40}))?[\s!！.。]*|"
    r"(?:(?:two|three|four|five|several|multiple|various|current|open|our|\d+) )*(?:roles|jobs|positions|"
    r"vacancies|openings|opportunities|careers)\s+(?:at|with)\s+(?P<where>[A-Z][\w&.\x27’ -]{1,40}?)[\s!.]*|"
    r"join\s+(?P<join>[A-Z][\w&.'’ -]{1,40}?)\s+as\s+(?:an? |our )?(?P<as>[\w&/,.()'’+# -]{2,60}?)[\s!！.。]*",
    re.IGNORECASE,
)
ROLE_AT = re.compile(r"(?P<title>[^@]{2,60}?)\s+(?:at|@)\s+(?P<name>[A-Z][^@]{1,50})")

CALL_FIRST = re.compile(
    rf"(?:招人|招新|招聘|急招|招工)[啦了]?\s*[!！]+\s*|(?:{_BEFORE_CALL}(?:{_CALL})(?:岗位|职位)?\s*[:：!！~～\s]*|"
    rf"聘\s*[:：]\s*)(?:{_NUMBER}\s*)?|(?:加急|急|hot|new|urgent(?:ly)?)\s*[:：!！]\s*",
    re.IGNORECASE,
)
"""What stands before the title: a word that hires."""
COLLECTIVE = re.compile(
    r"(?:各(?:类|个)?|多个?|部分|以下|若干|下列|所有|全部|相关|多)?(?:岗位|职位|人员|人才|员工|工作人员|英才|精英|"
    r"伙伴|伙计|团队|职缺|小伙伴|同学|志愿者|实习生)?"
    r"(?:的?(?:招[聘募工考录]|内推|求职|征才|用工|就业|社会招聘|校园招聘))*(?:(?:岗位|职位|职缺)?(?:信息|公告|"
    r"启事|简章|条件|说明|汇总|计划|合集|列表|一览表?|需求|需求表|专场|"
    r"专栏|通知|岗位|职位|岗位说明|专版|简介|公示|表)"
    r"(?:与要求|及要求|及条件|一览表?|[(（].{1,20}[)）])?)*(?:第.{1,5}[期批])?(?:来[啦了]|正式启动|启动|开启|"
    r"火热进行中|进行中|来袭|开始[啦了]?)?[!！~\s]*|"
    r"(?:(?:current|open|latest|our|new|job|available) )*(?:vacancies|openings|opportunities|positions|roles|jobs|"
    r"careers)|(?:we(?:'re| are) |now )?hiring(?: now)?|join (?:us|our team)|work with us",
    re.IGNORECASE,
)
"""A header of several postings, or of none: it names no one role."""
COLLECTION = re.compile(
    r"(?:岗位|职位|职缺|招聘|内推|招工|用工|就业|求职|人才|兼职|实习|工作).{0,6}(?:汇总|合集|列表|一览表?|专场|"
    r"专栏|需求表|岗位表|清单|日报|周报|快报|信息|"
    r"计划)\W*(?:第.{1,5}[期批])?\W*\Z|第.{1,5}[期批]\W*\Z",
)
"""How the header of a collection ends."""
TITLE_END = re.compile(
    rf"\s*(?:招聘|招募|招考|招工|招录|选聘|聘用|征才)?(?:启事|公告|简章|信息|广告|通知|说明书?)\s*\Z|\s*(?:招聘|"
    rf"诚聘|急聘|急招|招募|岗位职责|岗位描述|职位描述|岗位要求|"
    rf"任职要求|岗位|职位)\s*[!！]*\Z|"
    rf"\s*[x×*]?\s*(?:若?干|{_NUMBER})\s*\Z|\s*[(（](?:共|招|需|各)?\s*(?:若干|{_NUMBER})[^（()）]{{0,6}}[)）]\s*\Z|"
    r"\s*[(（]?\s*(?:ref(?:erence)?|job id|req|编号|职位编号|岗位编号)\.?\s*(?:no\.?|id|"
    r"#)?\s*[:：.]?\s*[\w/-]{2,24}\s*[)）]?\s*\Z|"
    r"\s*\(\s*(?:m|f|w|d|x|h|gn|all genders|any gender)(?:\s*[/|,]\s*(?:m|f|w|d|x|h))*\s*\)\s*\Z|\s*[-–—|"
    r"]?\s*(?:job (?:description|advert|ad|posting|opening)|role profile|vacancy|wanted|needed|required)\s*\Z|"
    r"\s+[x×]\s?\d{1,3}\s*\Z|\s*\(\s*\d{1,3}\s*(?:positions?|posts?|openings?|vacanc(?:y|ies)|roles?)\s*\)\s*\Z",
    re.IGNORECASE,
)
"""What a title line says of itself, how many are hired, by what number: no part of the title."""

_PLACES = (
    "北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|济南|合肥|福州|厦门|宁波|无锡|"
    "佛山|东莞|珠海|中山|惠州|温州|嘉兴|绍兴|金华|义乌|台州|常州|南通|徐州|扬州|"
    "镇江|泰州|昆山|大连|沈阳|长春|哈尔滨|石家庄|太原|呼和浩特|南昌|昆明|贵阳|南宁|海口|三亚|兰州|西宁|银川|"
    "乌鲁木齐|拉萨|烟台|潍坊|临沂|洛阳|泉州|漳州|汕头|湛江|桂林|柳州|赣州|九江|芜湖|"
    "绵阳|宜昌|襄阳|唐山|保定|廊坊|"
    "香港|澳门|台北|新北|桃园|台中|台南|高雄|新竹|基隆|嘉义|宜兰|花莲|台东|屏东|彰化|苗栗|云林|南投|竹北|"
    "港岛|九龙|新界|旺角|沙田|荃湾|葵涌|葵芳|观塘|尖沙咀|铜锣湾|中环|上环|湾仔|北角|将军澳|元朗|屯门|大埔|粉岭|"
    "上水|青衣|东涌|红磡|深水埗|长沙湾|荔枝角|九龙湾|新蒲岗|黄大仙|钻石山|太古|柴湾|"
    "大围|马鞍山|油麻地|佐敦|"
    "全国|海外|东南亚|新加坡|东京|曼谷|吉隆坡|迪拜|伦敦|纽约|华东|华南|华北|华中|西南|西北|东北|珠三角|长三角|"
    "市区|市内|就近"
)
_PLACES_EN = (
    "london|manchester|birmingham|leeds|glasgow|edinburgh|bristol|liverpool|sheffield|cardiff|dublin|new york|nyc|"
    "boston|chicago|seattle|austin|denver|san francisco|los angeles|"
    "toronto|vancouver|montreal|sydney|melbourne|brisbane|auckland|wellington|singapore|hong kong|shanghai|"
    "beijing|shenzhen|taipei|tokyo|berlin|munich|hamburg|paris|lyon|madrid|barcelona|lisbon|porto|"
    "amsterdam|rotterdam|brussels|zurich|geneva|vienna|prague|warsaw|stockholm|oslo|copenhagen|helsinki|milan|"
    "rome|bangalore|bengaluru|mumbai|delhi|dubai|kuala lumpur|bangkok|jakarta|manila|nairobi|lagos|cape town|"
    "uk|united kingdom|england|scotland|wales|ireland|usa?|united states|canada|australia|new zealand|germany|"
    "france|spain|portugal|netherlands|europe|emea|apac|worldwide|global"
)
PLACE = re.compile(
    rf"(?:{_PLACES})(?:市|区|县|站|店)?|(?:[\u4e00-\u9fff]{{2,8}}(?:省|市|区|县|镇|乡|街道|片区|新区|开发区|"
    rf"工业园|商圈|路店?|门店|分店|校区|园区|基地))|"
    rf"(?:{_PLACES_EN})|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, (?:[A-Z]{{2,3}}|{_PLACES_EN})",
    re.IGNORECASE,
)
_MODE = (
    r"全职|兼职|实习|长期(?:兼职)?|短期|暑[期假]工?|寒假工?|临时工?|日结|周结|校招|社招|内推|应届(?:生)?|远程|"
    r"居家(?:办公)?|线上|线下|坐班|不坐班|可远程|双休|单休|大小周|包吃住|"
    r"包住|急[聘招]?|加急|诚聘|招聘|高薪|直招|猎头|"
    r"五险一金|六险一金|[五六]险|社保|包吃|带薪培训|月休.天|高提成|日薪|无责底薪|无经验可|可培训|白班|夜班|早班|"
    r"晚班|两班倒|长白班|接受小白|不加班|可转正|外包|"
    r"驻场|劳务派遣|正式|编制|合同制|届|热招|新|徵才|征才|求才|诚征|"
    r"remote(?:[ -](?:first|friendly|only|ok))?|hybrid|on-?site|in-?office|full[ -]?time|part[ -]?time|permanent|"
    r"contract(?:or)?|temporary|temp|casual|freelance|internship|seasonal|"
    r"fixed[ -]term(?: contract)?|zero hours|maternity cover|\d+[ -]months?(?: (?:ftc|contract|fixed term))?|ftc|"
    r"entry[ -]level|mid[ -]level|urgent|hiring(?: now)?|job|vacancy|wfh|work from home"
)
_PAY = (
    r"(?:月薪|年薪|时薪|日薪|月入|年入|日入|到手|底薪|综合薪资|薪资|待遇|工资|base|salary|up to|from|circa|"
    r"c\.)?\s*[:：]?\s*(?:rmb|cny|hkd|nt|"
    r"ntd|usd|us|hk|s|a)?\s*[¥￥$£€]?\s*\d[\d,.]*\s*(?:k|w|千|万|元)?\s*"
    r"(?:[-~–—至到]|to)?\s*(?:rmb|hk)?[¥￥$£€]?\s*(?:\d[\d,.]*)?\s*(?:k|w|千|万|元)?\s*\+?\s*(?:(?:/|每|per |"
    r"an? )\s*(?:月|年|天|日|小时|时|hour|hr|day|week|month|year|annum))?(?:以上|左右|"
    r"起)?(?:\s*[·•x×*/]\s*\d{2}\s*薪)?|"
    r"薪资?面议|面议|\d{2}薪|competitive(?: salary)?|doe"
)
PAY = re.compile(
    rf"(?=.*\d.*(?:k|w|千|万|元|[¥￥$£€]|薪|/|per|\d{{4}})|.*(?:面议|薪|[¥￥$£€]))(?:{_PAY})", re.IGNORECASE
)
CHIP = re.compile(
    rf"(?:{PAY.pattern})|(?:{_MODE})(?:\s*[/|、,，·+]\s*(?:{_MODE}))*|(?:经验)?(?:\d+\s*[-~至到]\s*)?\d+\s*年(?:以上|"
    rf"以下)?(?:经验)?|(?:经验|学历)不限|不限|(?:应届|在校)生?|"
    r"(?:全日制|统招)?(?:博士|硕士|研究生|本科|大专|专科|中专|高中|初中|中技|学历不限)(?:及?以上)?(?:学历)?|(?:招|"
    r"招聘|共|需)?\s*(?:\d{1,4}\s*[-~至]\s*\d{1,4}|\d{1,4}|若干|[一二两三四五六七八九十]+)\s*[人名位](?:左右|"
    r"以上)?|\d{4}\s*[./年-]\s*\d{1,2}\s*月?(?:\s*[-~–—至到]+\s*(?:至今|现在|今|present|now|"
    r"\d{4}\s*[./年-]\s*\d{1,2}\s*月?))?|"
    r"\d{4}\s*[-~–—至到]+\s*(?:至今|现在|\d{4})(?:年)?|\d{4}-\d{1,2}(?:-\d{1,2})?|"
    r"(?:男|女|男女)(?:不限)?|\d{2}-\d{2}岁|\d{2}周?岁以[下内]|\d{4}年?届|第.{1,5}期|(?:posted|updated).{0,30}|"
    r"\d+ (?:days?|"
    r"weeks?) ago",
    re.IGNORECASE,
)
"""A part of a title line that says how much, where, how long or how many; places are told by `PLACE`."""
