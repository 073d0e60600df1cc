/** What can put a life at risk. Words or a pressed key mean it; then the telephone comes before the record. */
export const DANGERS = ['gas', 'fire', 'lift', 'shock', 'noAnswer', 'falling', 'charging'] as const
export type Danger = (typeof DANGERS)[number]

export const CALLS = ['fire', 'police', 'ambulance', 'gas', 'lift', 'dutyDesk', 'other'] as const
export type Call = (typeof CALLS)[number]

/** A number of the compound under the words the office gave it. */
export interface CompoundNumber {
  readonly label: string
  readonly number: string
}

/** One call key. Those of the compound keep their label; 119, 110 and 120 have words of the app's own. */
export interface CallKey {
  readonly call: Call
  readonly number: string
  readonly label?: string
}

/** Valid everywhere in the country, so they are there before any setting is. */
const NATIONAL: readonly CallKey[] = [
  { call: 'fire', number: '119' },
  { call: 'police', number: '110' },
  { call: 'ambulance', number: '120' },
]

/** Whom a label of the office means. */
const LABELS: readonly (readonly [RegExp, Call])[] = [
  [/燃气|煤气|天然气|gas/i, 'gas'],
  [/电梯|维保|lift|elevator/i, 'lift'],
  [/物业|值班|客服|duty|property/i, 'dutyDesk'],
]

/** Whom to ring, in this order. Everybody stays reachable: who is not named here comes after. */
const ORDER: Readonly<Record<Danger, readonly Call[]>> = {
  gas: ['gas', 'fire', 'dutyDesk'],
  fire: ['fire', 'dutyDesk', 'ambulance'],
  lift: ['lift', 'dutyDesk', 'fire'],
  shock: ['ambulance', 'fire', 'dutyDesk'],
  noAnswer: ['police', 'ambulance', 'dutyDesk'],
  falling: ['police', 'dutyDesk', 'ambulance'],
  charging: ['dutyDesk', 'fire'],
}

/**
 * Each sign is a pattern over normalised words (no spaces, no full-width forms, small letters). They ask for the thing and
 * what is wrong with it: 煤气费 and 电梯广告 are no emergencies, and a panel that cries wolf is closed unread.
 */
const SIGNS: Readonly<Record<Danger, RegExp>> = {
  gas: /(煤气|燃气|天然气|瓦斯)(的)?(味|臭|泄漏|泄露|漏)|漏(煤气|燃气|天然气|气得|气了)|(闻到|闻着|有股|一股).{0,4}(煤气|燃气|天然气)|smell(s|ing)?(of|like)?gas|gas(smell|leak|isleaking)|leakinggas/,
  fire: /冒(黑|浓|白|起|了|出|大)?烟|着火|起火|失火|燃起来|烧起来|火燃|明火|(是|有|大)火灾|烟雾大|onfire|caughtfire|flames|(see|saw|smell|fullof|thick|black|lotsof)smoke|smoke(is)?(coming|everywhere|from)/,
  lift: /电梯.{0,8}(困|关|卡)(住|了|到|起)?.{0,3}(人|里|头|我|娃|婆|爷|老)|(困|关|卡)(在|到|住).{0,4}电梯|电梯困人|困电梯|人.{0,2}困.{0,6}电梯|电梯.{0,3}(夹|坠|掉下|急坠|冲顶)|(trapped|stuck)in(the|an|a)?(lift|elevator)|(lift|elevator).{0,12}(trapped|fell|dropped|caughtmy)/,
  shock:
    /触电|遭电(到|了)|被电(到|了|击)|漏电(?!保护)|电线.{0,6}(掉|裸|断).{0,6}(地|水|露|起)|冒火花|electricshock|electrocuted|gotashock|livewire|sparking/,
  noAnswer:
    /(敲|喊|打电话|按门铃|拍).{0,8}(没|没得|不|无)(有)?(人|哪个|反)?(应|答应|回应|开门|动静|理)|(没|没得|无)人(应|答应|开门).{0,6}(老|婆|爷|大爷|独居)|(几|两|二|三|四|好几|\d+)(天|日)(都)?没(有)?(看|见)(到|着|过)?(人|她|他)|(晕倒|昏倒|倒在|不省人事|没得气|叫不醒|喊不醒|跳楼|轻生)|(no(body|one)?|doesnot|doesn't|didnot|didn't|won't)(is)?answer(s|ed|ing)?(the|her|his)?(door|knock)|knock.{0,24}noanswer|unconscious|collapsed|notseenfor/,
  falling:
    /高空抛(物|东西)|(高头|楼上|楼顶|窗户|窗子|阳台).{0,6}(丢|甩|扔|抛|砸|掉).{0,8}(下来|下去|下楼)|(瓷砖|外墙|玻璃|空调|花盆|招牌).{0,8}(砸|掉)(了)?(下来|下去|到人)|(throw|threw|thrown|dropped|fell|falling).{0,24}(fromabove|fromthewindow|fromabalcony|fromupstairs|fromtheroof)/,
  charging:
    /(楼梯间|楼道|过道|走廊|楼梯口|屋头|家里|室内|门口).{0,12}(电瓶|电动)车?.{0,6}充电|(楼梯间|楼道|过道|走廊|屋头|室内).{0,12}充电|飞线充电|(电瓶|电动车|电池).{0,6}(鼓包|发烫|冒)|charging.{0,24}(bike|scooter|battery).{0,24}(stair|corridor|hall|indoors)/,
}

/** Right before a sign they say that it is not, or might be. 有没有煤气味 asks, and who asks has smelled something. */
const DENIALS = [
  '没有',
  '没得',
  '没闻到',
  '不是',
  '并非',
  '未见',
  '万一',
  '要是',
  '防止',
  '容易',
  '预防',
  'no',
  'not',
  'incaseof',
]

/** The dangers that words speak of, most pressing first as in `DANGERS`. Pure and fast: it runs at each key. */
export function dangersIn(words: string): readonly Danger[] {
  const plain = normalised(words)
  return DANGERS.filter((danger) => means(plain, SIGNS[danger], danger))
}

/** All call keys there are, those for these dangers first; nobody falls out of the list. */
export function callsFor(
  dangers: readonly Danger[],
  compound: readonly CompoundNumber[] = [],
): readonly CallKey[] {
  return callsInOrder(
    dangers.flatMap((danger) => ORDER[danger]),
    compound,
  )
}

/** The same with those that are to be rung first; everybody else comes after. */
export function callsInOrder(
  first: readonly Call[],
  compound: readonly CompoundNumber[] = [],
): readonly CallKey[] {
  const own = compound.map((one) => ({
    ...one,
    call: LABELS.find(([sign]) => sign.test(one.label))?.[1] ?? ('other' as const),
  }))
  const keys: readonly CallKey[] = [...NATIONAL, ...own]
  const order = new Set<Call>([...first, ...CALLS])
  return [...order].flatMap((call) => keys.filter((key) => key.call === call))
}

function means(words: string, sign: RegExp, danger: Danger): boolean {
  const found = sign.exec(words)
  if (!found) return false
  // A pattern of unanswered knocks is made of denials; there is nothing to take back before it.
  if (danger === 'noAnswer') return true
  const before = words.slice(0, found.index)
  const denied =
    DENIALS.some((denial) => before.endsWith(denial)) &&
    !before.endsWith('有没有') &&
    !before.endsWith('是不是')
  return denied ? means(words.slice(found.index + found[0].length), sign, danger) : true
}

/** Full-width to half-width, traditional digits untouched, without spaces and punctuation. */
function normalised(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.;:!?，。；：！？、…"“”'‘’()（）·-]+/g, '')
}
