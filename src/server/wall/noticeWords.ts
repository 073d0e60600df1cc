import type { Keep, Purpose } from '#domain/fieldCatalogue.ts'
import type { Role } from '#domain/roles.ts'
import type { Language } from './words.ts'

/** What the notice says by itself. What is kept, for what, how long and for whom comes out of the catalogue. */
export interface NoticeWords {
  readonly title: string
  readonly key: string
  readonly lead: (compound: string) => string
  readonly who: string
  readonly whoOf: (who: string, number: string, where: string | undefined) => string
  readonly whoMissing: string
  readonly what: string
  readonly basisHead: string
  readonly basis: Readonly<Record<'duty' | 'consent', string>>
  readonly keepHead: string
  readonly keep: Readonly<Record<Keep, (days: number) => string>>
  readonly readHead: string
  readonly roles: Readonly<Record<Role, string>>
  readonly also: string
  readonly purposes: Readonly<Partial<Record<Purpose, string>>>
  /** What is kept, by kind of record: those that speak of residents. */
  readonly kinds: Readonly<Record<string, string>>
  readonly pictures: (days: number) => string
  readonly never: { readonly title: string; readonly all: readonly string[] }
  readonly ask: { readonly title: string; readonly all: readonly string[] }
  readonly law: string
}

export const NOTICE: Readonly<Record<Language, NoticeWords>> = {
  zh: {
    title: '您的信息怎么记、怎么管',
    key: '您的信息怎么管',
    lead: (compound) => `${compound}记了居民的哪些事、为什么记、给谁看、留多久，都在这一页。`,
    who: '找谁问',
    whoOf: (who, number, where) => [who, number, where].filter((one) => one !== undefined).join('　'),
    whoMissing: '请到本小区的社区办公室，当面问工作人员。',
    what: '记了什么',
    basisHead: '凭什么记',
    basis: { duty: '社区的职责', consent: '本人或家人同意' },
    keepHead: '留多久',
    keep: {
      whileLivingHere: (days) => `住在这里的时候；搬走 ${days} 天后删掉，有事没办完的办完再删`,
      consent: () => '同意撤回，就从名单上拿掉；要连旧记录一起删，可以要求',
      afterClosing: (days) => `事情办完 ${days} 天后，不再留是谁说的`,
      looks: (days) => `${days} 天`,
      entries: (days) => `${days} 天`,
      compound: () => '小区在用就留着',
    },
    readHead: '谁能看',
    roles: {
      officer: '社区工作人员',
      manager: '物业经理',
      steward: '物业管家',
      supervisor: '桶边督导员',
      gridWorker: '微网格员、楼栋长（自己那几栋）',
      floorLead: '单元长、楼层长（自己那一片）',
      owners: '业委会',
      party: '党组织（自己那一片）',
      partyCommittee: '社区党委',
      partyGroup: '党小组（自己那一片）',
      partyMember: '党员',
      gridOfficer: '专职网格员（自己那个网格）',
      residents: '居委会',
      overseer: '街道（只看数字）',
    },
    also: '写的人看得到自己写的。共用的平板上，没有姓名和电话。',
    purposes: {
      homes: '知道谁住哪一户，停水停电、起火时好通知',
      calls: '要紧的时候找得到人',
      care: '照应愿意被照应的人',
      doors: '知道上过门、居民说要什么',
      matters: '把居民说的事办完，再回话',
      bins: '管好桶边',
      council: '开会商量，记下怎么定的',
      money: '账目公开',
      trust: '查得到谁看过姓名和电话',
    },
    kinds: {
      resident: '称呼、大概年纪、和户主的关系、哪天搬来搬走',
      contact: '电话、紧急联系人',
      care: '要帮什么忙、关爱标签',
      reasons: '要照应的原因',
      visit: '哪天上门、见没见到、说了什么',
      reporter: '说事的人怎么称呼、电话',
      feedback: '说的话、照片、录音',
      incident: '桶边出了什么事、照片（不写居民是谁）',
      meeting: '开会来了哪些人',
      accountLine: '票据的照片',
      recording: '志愿者录的提醒话',
      shift: '桶边检查的照片',
      importPart: '名册改动前后的称呼和电话',
    },
    pictures: (days) => `照片和居民的录音，事情办完 ${days} 天后删掉。`,
    never: {
      title: '不记什么',
      all: [
        '不记身份证号、银行卡号，不记得了什么病',
        '不记人在哪里，不把人分个高下',
        '不给广告，不卖；派活给维修单位时，不写您是谁',
      ],
    },
    ask: {
      title: '您可以要求',
      all: [
        '看：请工作人员把记了您的全部打印出来',
        '改：写错了的，说一声就改',
        '删：不想留的，可以要求删掉；旧的备份装回来，也不会再有',
        '撤回：同意过的关照，随时可以说不要了',
        '不满意：可以向社区党组织或者网信部门反映',
      ],
    },
    law: '依照《中华人民共和国个人信息保护法》告知。',
  },
  en: {
    title: 'What is kept about you, and how',
    key: 'What is kept about you',
    lead: (compound) => `What ${compound} keeps about residents, why, for whom and how long.`,
    who: 'Whom to ask',
    whoOf: (who, number, where) => [who, number, where].filter((one) => one !== undefined).join(' · '),
    whoMissing: 'Ask in person at the community office of this compound.',
    what: 'What is kept',
    basisHead: 'On what ground',
    basis: { duty: 'a task of the community', consent: 'you or your family agreed' },
    keepHead: 'How long',
    keep: {
      whileLivingHere: (days) =>
        `while you live here; erased ${days} days after moving out, or once what you asked for is done`,
      consent: () => 'off the lists once the consent is taken back; out of the history too, if you ask',
      afterClosing: (days) => `${days} days after a matter is over nobody knows who said it`,
      looks: (days) => `${days} days`,
      entries: (days) => `${days} days`,
      compound: () => 'as long as the compound is kept here',
    },
    readHead: 'Who may read it',
    roles: {
      officer: 'community officers',
      manager: 'the property manager',
      steward: 'stewards of the property',
      supervisor: 'bin-side supervisors',
      gridWorker: 'grid volunteers (their own buildings)',
      floorLead: 'floor leads (their own floors)',
      owners: 'the owners’ committee',
      party: 'party groups (their own part)',
      partyCommittee: 'the party committee',
      partyGroup: 'leaders of party groups (their own part)',
      partyMember: 'party members',
      gridOfficer: 'grid officers (their own grid)',
      residents: 'the residents’ committee',
      overseer: 'the street office (numbers only)',
    },
    also: 'Whoever wrote something reads their own. No name and no number is on a shared tablet.',
    purposes: {
      homes: 'to know whose door it is, and to warn in a fire or when water or power is cut',
      calls: 'to reach somebody when it matters',
      care: 'to look after who agreed to it',
      doors: 'to know where somebody called and what was asked for',
      matters: 'to get done what was said, and to answer',
      bins: 'to keep the bins',
      council: 'to decide together, and to show how',
      money: 'to show the accounts',
      trust: 'to show who looked at names and numbers',
    },
    kinds: {
      resident: 'name, rough age, tie to the household, when they moved',
      contact: 'phone, whom to call',
      care: 'what helps, care marks',
      reasons: 'why somebody is looked after',
      visit: 'the day of a visit, whether somebody was met, what was said',
      reporter: 'what the one who said it is called, their phone',
      feedback: 'the words, pictures and recordings',
      incident: 'what happened at the bins, pictures (no resident is named)',
      meeting: 'who came to a meeting',
      accountLine: 'pictures of receipts',
      recording: 'reminders that volunteers spoke',
      shift: 'pictures of checks at the bins',
      importPart: 'names and phones before and after a roster changed them',
    },
    pictures: (days) => `Pictures and residents’ recordings go ${days} days after a matter is over.`,
    never: {
      title: 'What is never kept',
      all: [
        'no number of an identity or bank card, no illness',
        'not where anybody is; nobody is compared with anybody',
        'nothing is advertised or sold; a repair firm is not told who you are',
      ],
    },
    ask: {
      title: 'What you may ask for',
      all: [
        'To see it: an officer prints all that is kept about you',
        'To put it right: say what is wrong',
        'To have it erased: also from older copies that are put back',
        'To take back a consent, at any time',
        'To complain: to the party committee of the community or the cyberspace administration',
      ],
    },
    law: 'Given under the Personal Information Protection Law of the People’s Republic of China.',
  },
}
