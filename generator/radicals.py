"""CJK radicals that stand where an ideograph belongs, and the ideograph that each stands for.

Source: the Unicode property Equivalent_Unified_Ideograph, which NFKC does not apply: of the Radicals Supplement it
mends two characters. The Kangxi Radicals (U+2F00 to U+2FD5) and the compatibility ideographs (U+F900 to U+FAFF,
U+2F800 to U+2FA1F) do mend under NFKC, so they are computed, not listed.

It stands beside `chinese`, for both lines need it: ingest repairs texts, the search of a page folds what is pasted.
"""

from __future__ import annotations

import unicodedata

SUPPLEMENT = {
    0x2E81: 0x5382,  # 厂 cjk radical cliff
    0x2E82: 0x4E5B,  # 乛 cjk radical second one
    0x2E83: 0x4E5A,  # 乚 cjk radical second two
    0x2E84: 0x4E59,  # 乙 cjk radical second three
    0x2E85: 0x4EBB,  # 亻 cjk radical person
    0x2E86: 0x5182,  # 冂 cjk radical box
    0x2E87: 0x20628,  # 𠘨 cjk radical table
    0x2E88: 0x5200,  # 刀 cjk radical knife one
    0x2E89: 0x5202,  # 刂 cjk radical knife two
    0x2E8A: 0x535C,  # 卜 cjk radical divination
    0x2E8B: 0x353E,  # 㔾 cjk radical seal
    0x2E8C: 0x5C0F,  # 小 cjk radical small one
    0x2E8D: 0x5C0F,  # 小 cjk radical small two
    0x2E8E: 0x5140,  # 兀 cjk radical lame one
    0x2E8F: 0x5C23,  # 尣 cjk radical lame two
    0x2E90: 0x5C22,  # 尢 cjk radical lame three
    0x2E91: 0x21BC2,  # 𡯂 cjk radical lame four
    0x2E92: 0x5DF3,  # 巳 cjk radical snake
    0x2E93: 0x5E7A,  # 幺 cjk radical thread
    0x2E94: 0x5F51,  # 彑 cjk radical snout one
    0x2E95: 0x5F50,  # 彐 cjk radical snout two
    0x2E96: 0x5FC4,  # 忄 cjk radical heart one
    0x2E97: 0x5FC3,  # 心 cjk radical heart two
    0x2E98: 0x624C,  # 扌 cjk radical hand
    0x2E99: 0x6535,  # 攵 cjk radical rap
    0x2E9B: 0x65E1,  # 旡 cjk radical choke
    0x2E9C: 0x65E5,  # 日 cjk radical sun
    0x2E9D: 0x6708,  # 月 cjk radical moon
    0x2E9E: 0x6B7A,  # 歺 cjk radical death
    0x2E9F: 0x6BCD,  # 母 cjk radical mother
    0x2EA0: 0x6C11,  # 民 cjk radical civilian
    0x2EA1: 0x6C35,  # 氵 cjk radical water one
    0x2EA2: 0x6C3A,  # 氺 cjk radical water two
    0x2EA3: 0x706C,  # 灬 cjk radical fire
    0x2EA4: 0x722B,  # 爫 cjk radical paw one
    0x2EA5: 0x722B,  # 爫 cjk radical paw two
    0x2EA6: 0x4E2C,  # 丬 cjk radical simplified half tree trunk
    0x2EA7: 0x725B,  # 牛 cjk radical cow
    0x2EA8: 0x72AD,  # 犭 cjk radical dog
    0x2EA9: 0x738B,  # 王 cjk radical jade
    0x2EAA: 0x24D14,  # 𤴔 cjk radical bolt of cloth
    0x2EAB: 0x76EE,  # 目 cjk radical eye
    0x2EAC: 0x793A,  # 示 cjk radical spirit one
    0x2EAD: 0x793B,  # 礻 cjk radical spirit two
    0x2EAE: 0x25AD7,  # 𥫗 cjk radical bamboo
    0x2EAF: 0x7CF9,  # 糹 cjk radical silk
    0x2EB0: 0x7E9F,  # 纟 cjk radical c-simplified silk
    0x2EB1: 0x7F53,  # 罓 cjk radical net one
    0x2EB2: 0x7F52,  # 罒 cjk radical net two
    0x2EB3: 0x34C1,  # 㓁 cjk radical net three
    0x2EB4: 0x5197,  # 冗 cjk radical net four
    0x2EB5: 0x2626B,  # 𦉫 cjk radical mesh
    0x2EB6: 0x7F8A,  # 羊 cjk radical sheep
    0x2EB7: 0x2634C,  # 𦍌 cjk radical ram
    0x2EB8: 0x2634B,  # 𦍋 cjk radical ewe
    0x2EB9: 0x8002,  # 耂 cjk radical old
    0x2EBA: 0x8080,  # 肀 cjk radical brush one
    0x2EBB: 0x807F,  # 聿 cjk radical brush two
    0x2EBC: 0x8089,  # 肉 cjk radical meat
    0x2EBD: 0x26951,  # 𦥑 cjk radical mortar
    0x2EBE: 0x8279,  # 艹 cjk radical grass one
    0x2EBF: 0x8279,  # 艹 cjk radical grass two
    0x2EC0: 0x8279,  # 艹 cjk radical grass three
    0x2EC1: 0x864E,  # 虎 cjk radical tiger
    0x2EC2: 0x8864,  # 衤 cjk radical clothes
    0x2EC3: 0x8980,  # 覀 cjk radical west one
    0x2EC4: 0x897F,  # 西 cjk radical west two
    0x2EC5: 0x89C1,  # 见 cjk radical c-simplified see
    0x2EC6: 0x89D2,  # 角 cjk radical simplified horn
    0x2EC7: 0x278B2,  # 𧢲 cjk radical horn
    0x2EC8: 0x8BA0,  # 讠 cjk radical c-simplified speech
    0x2EC9: 0x8D1D,  # 贝 cjk radical c-simplified shell
    0x2ECA: 0x27FB7,  # 𧾷 cjk radical foot
    0x2ECB: 0x8F66,  # 车 cjk radical c-simplified cart
    0x2ECC: 0x8FB6,  # 辶 cjk radical simplified walk
    0x2ECD: 0x8FB6,  # 辶 cjk radical walk one
    0x2ECE: 0x8FB6,  # 辶 cjk radical walk two
    0x2ECF: 0x9091,  # 邑 cjk radical city
    0x2ED0: 0x9485,  # 钅 cjk radical c-simplified gold
    0x2ED1: 0x9577,  # 長 cjk radical long one
    0x2ED2: 0x9578,  # 镸 cjk radical long two
    0x2ED3: 0x957F,  # 长 cjk radical c-simplified long
    0x2ED4: 0x95E8,  # 门 cjk radical c-simplified gate
    0x2ED5: 0x28E0F,  # 𨸏 cjk radical mound one
    0x2ED6: 0x961D,  # 阝 cjk radical mound two
    0x2ED7: 0x96E8,  # 雨 cjk radical rain
    0x2ED8: 0x9752,  # 青 cjk radical blue
    0x2ED9: 0x97E6,  # 韦 cjk radical c-simplified tanned leather
    0x2EDA: 0x9875,  # 页 cjk radical c-simplified leaf
    0x2EDB: 0x98CE,  # 风 cjk radical c-simplified wind
    0x2EDC: 0x98DE,  # 飞 cjk radical c-simplified fly
    0x2EDD: 0x98DF,  # 食 cjk radical eat one
    0x2EDE: 0x2967F,  # 𩙿 cjk radical eat two
    0x2EDF: 0x98E0,  # 飠 cjk radical eat three
    0x2EE0: 0x9963,  # 饣 cjk radical c-simplified eat
    0x2EE1: 0x29810,  # 𩠐 cjk radical head
    0x2EE2: 0x9A6C,  # 马 cjk radical c-simplified horse
    0x2EE3: 0x9AA8,  # 骨 cjk radical bone
    0x2EE4: 0x9B3C,  # 鬼 cjk radical ghost
    0x2EE5: 0x9C7C,  # 鱼 cjk radical c-simplified fish
    0x2EE6: 0x9E1F,  # 鸟 cjk radical c-simplified bird
    0x2EE7: 0x5364,  # 卤 cjk radical c-simplified salt
    0x2EE8: 0x9EA6,  # 麦 cjk radical simplified wheat
    0x2EE9: 0x9EC4,  # 黄 cjk radical simplified yellow
    0x2EEA: 0x9EFE,  # 黾 cjk radical c-simplified frog
    0x2EEB: 0x6589,  # 斉 cjk radical j-simplified even
    0x2EEC: 0x9F50,  # 齐 cjk radical c-simplified even
    0x2EED: 0x6B6F,  # 歯 cjk radical j-simplified tooth
    0x2EEE: 0x9F7F,  # 齿 cjk radical c-simplified tooth
    0x2EEF: 0x7ADC,  # 竜 cjk radical j-simplified dragon
    0x2EF0: 0x9F99,  # 龙 cjk radical c-simplified dragon
    0x2EF1: 0x9F9C,  # 龜 cjk radical turtle
    0x2EF2: 0x4E80,  # 亀 cjk radical j-simplified turtle
    0x2EF3: 0x9F9F,  # 龟 cjk radical c-simplified turtle
}
"""Code point of a radical of the supplement to code point of its ideograph; a comment names each radical."""


def _computed() -> dict[int, int]:
    """Return the look-alikes whose NFKC form is one ideograph."""
    table = {}
    for first, last in ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)):
        for code in range(first, last + 1):
            normal = unicodedata.normalize("NFKC", chr(code))
            if len(normal) == 1 and ord(normal) != code:
                table[code] = ord(normal)
    return table


LOOK_ALIKES: dict[int, int] = SUPPLEMENT | _computed()
"""Every look-alike and the ideograph it stands for, as code points: fit for `str.translate`."""
