#pragma once
// Characters that Unicode's own compatibility forms (NFKD) and OpenCC's traditional-to-simplified table leave as they
// are or take otherwise than readers of Chinese do. Pairs of characters, the second being what the first folds to;
// for make_folding.cpp alone.

#include <string_view>

namespace twofold::indexer {

// CJK Radicals Supplement: the property Equivalent_Unified_Ideograph of the Unicode Character Database; U+2E80 by its
// name.
constexpr std::u32string_view kRadicals =
    U"⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺"
    U"⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西"
    U"⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟"
    U"⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟";

// Numerals as banks and old contracts write them. 參 is not among them: it is first of all the traditional 参 of 参加.
constexpr std::u32string_view kNumerals = U"〇零壹一弌一贰二貳二弍二貮二弐二叁三叄三弎三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千";

// Old type and Japanese fonts, seen in the text of PDF files whose fonts name the wrong twin of a glyph.
constexpr std::u32string_view kOldForms =
    U"戶户戸户査查黒黑歩步毎每呉吴産产絶绝説说鋭锐閲阅銭钱斉齐斎斋歯齿竜龙亀龟亜亚悪恶為为円圆塩盐応应価价懐怀拡扩覚觉"
    U"関关帰归気气経经継继県县検检権权厳严効效広广鉱矿済济雑杂児儿実实収收従从焼烧証证譲让嬢娘図图専专戦战総总臓脏対对"
    U"単单団团遅迟聴听庁厅鉄铁転转伝传徳德読读弐二発发髪发払拂仏佛変变辺边満满薬药訳译駅驿様样頼赖両两猟猎緑绿塁垒"
    U"労劳楽乐録录営营衛卫売卖験验険险剤剂桜樱渋涩沢泽択择釈释";

// One sign of several: middle dots, hyphens and dashes, wave dashes, and letters with a stroke, which have no
// decomposition.
constexpr std::u32string_view kSigns = U"·.・.•.‧.∙.⋅.‐-‑-‒-–-—-―-−-〜~øoØołlŁlđdĐdħhĦhıi";

}  // namespace twofold::indexer
