// What the sources leave open, decided here with the reason.

// Radicals that Unicode does not fold although nobody sees the difference; they come out of PDF files and old input methods.
export const radicals = ['⺠民', '⻄西', '⻅见', '⻉贝', '⻋车', '⻓长', '⻔门', '⻚页', '⻛风', '⻜飞', '⻢马', '⻥鱼', '⻦鸟', '⻨麦', '⻩黄', '⻬齐', '⻮齿', '⻰龙',
  '⻘青', '⺒巳', '⺝月', '⺩王', '⻤鬼', '⻫斉', '⻯竜', '⺜日', '⺶羊', '⻁虎', '⻆角'].map(pair => [...pair]);

// Characters with a simplified form that are surnames or given names of their own: folding them would join two persons.
// 甯 and 於 are in the standard table of 2013 as surnames; 乾 in qián is never written 干; 適 and 锺 likewise stand in names.
export const kept = ['甯', '於', '乾', '瞭', '著', '夥', '藉', '徵', '菸', '喆', '堃', '昇', '陞', '淼', '犇', '韡', '芃'];

// Given by a source as spellings of one name, but they are two names that many people bear side by side:
// sgrol ma / sgrol dkar, dbyangs can / dbyangs 'dzom, bde skyid / bde chen, lha mo / lhag pa; Ariun / Ariunaa, Nar / Naran, Mandal / Mandul.
export const pairsThatAreTwoNames = ['卓玛 卓嘎', '央金 央宗', '德吉 德钦', '拉巴 拉毛', '阿荣 阿荣娜', '娜仁 那日', '满都拉 满都拉图',
  '巴图 巴特', '高娃 郭娃', '道尔吉 多吉', '吉雅 扎雅'];

export const moreSpellings = [
  ['艾山', '艾散', '哈山'], ['阿不都', '阿卜杜', '阿布都', '阿布杜'], ['热西提', '热希提'], ['买合木提', '麦合木提', '马合木提'], ['沙吾提', '萨吾提'],
  ['依布拉音', '伊布拉音', '易卜拉欣'], ['其木格', '琪木格', '齐木格'], ['图雅', '托娅', '托雅', '图娅'], ['德力格尔', '德勒格尔', '德力格'],
];

// Characters that stand for one sound when such a name is written in Chinese; used only inside names found to be transliterated.
export const soundClasses = ['娜那纳', '尔儿耳日', '勒乐力里', '图吐土', '琪其齐', '雅娅亚', '孟蒙', '赫和合', '萨撒', '仁任', '嘎噶', '德迪', '吾乌', '买麦', '提题', '衣伊依', '苏素',
  '布卜', '玉尤', '希西', '木穆', '赛色', '达塔', '巴叭', '拉腊', '古姑', '丽莉', '孜兹'];

// Different surnames in law that one family may hold side by side, left by the simplified forms of 1977 and by taboo names.
export const mixedSurnames = ['肖 萧', '闫 阎', '付 傅', '代 戴', '兰 蓝', '邱 丘', '宁 甯', '贠 员', '于 於', '余 馀', '征 徵', '钟 锺'];

// Slips of the hand and the eye; the names stay different names.
export const lookalikeSurnames = ['逯 禄', '郗 希', '辛 莘', '候 侯', '刑 邢', '荀 苟', '戚 威', '曰 日', '仝 同', '厉 历', '祁 祈', '晁 兆', '洗 冼', '麻 庥', '汆 氽', '亓 元', '毌 毋'];
