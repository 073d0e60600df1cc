/** Words that name several things: the answer is a question back, one tap. Names with their pinyin; English; the choices. */
const LINES = {
  bone: ['骨头,骨', 'gu tou,gu', 'bone,bones', [27, 10, 9]],
  battery: ['电池,废电池', 'dian chi,fei dian chi', 'battery,batteries', [71, 106, 107, 90, 117]],
  lamp: ['灯,电灯,灯泡', 'deng,dian deng,deng pao', 'lamp,light,bulb,light bulb', [103, 102, 72, 240, 239]],
  milkTea: ['奶茶', 'nai cha', 'milk tea,bubble tea', [26, 49, 50]],
  bottle: [
    '瓶子,瓶,瓶瓶,空瓶子',
    'ping zi,ping,ping ping,kong ping zi',
    'bottle,bottles',
    [73, 79, 81, 224, 109],
  ],
  paper: ['纸,纸张', 'zhi,zhi zhang', 'paper', [75, 74, 37, 252, 68]],
  clothes: ['衣服,衣裳', 'yi fu,yi shang', 'clothes', [84, 64, 272]],
  medicine: ['药', 'yao', 'medicine', [100, 8, 223, 224, 111]],
  pot: ['锅,锅锅', 'guo,guo guo', 'pot', [95, 164, 93, 168]],
  box: ['盒子,盒,盒盒', 'he zi,he,he he', 'box,boxes', [47, 177, 74, 76, 253]],
  can: ['罐子,罐,罐罐', 'guan zi,guan,guan guan', 'can,tin', [77, 78, 109, 217, 119]],
  cup: ['杯子,杯,杯杯', 'bei zi,bei,bei bei', 'cups,mug', [48, 49, 45, 80, 166]],
  bag: ['袋子,袋,袋袋', 'dai zi,dai,dai dai', 'bag', [51, 53, 257, 258, 87]],
  shell: ['壳,壳壳', 'ke,ke ke', 'shell,shells', [14, 13, 30, 31, 28]],
  oil: ['油', 'you', 'oil', [20, 19, 179, 295]],
  needle: ['针', 'zhen', 'needles', [220, 292]],
  thermometer: ['温度计,体温计,体温表', 'wen du ji,ti wen ji,ti wen biao', 'thermometer', [104, 99]],
  bloodPressure: ['血压计', 'xue ya ji', 'blood pressure meter', [105, 99]],
} as const satisfies Readonly<Record<string, readonly [string, string, string, readonly number[]]>>

export type Asked = keyof typeof LINES

export interface Question {
  readonly asked: Asked
  readonly names: readonly { readonly text: string; readonly pinyin: readonly string[] }[]
  readonly items: readonly number[]
}

export const QUESTIONS: readonly Question[] = Object.entries(LINES).map(
  ([asked, [names, pinyin, english, items]]) => ({
    asked: asked as Asked,
    names: [
      ...names.split(',').map((text, at) => ({ text, pinyin: pinyin.split(',')[at]?.split(' ') ?? [] })),
      ...english.split(',').map((text) => ({ text: text.replace(/ /g, ''), pinyin: [] })),
    ],
    items,
  }),
)
