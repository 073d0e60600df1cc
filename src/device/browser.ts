/** Browsers that put "add to home screen" in different places, so the install page shows a picture for each. */
export type BrowserFamily =
  | 'chrome'
  | 'edge'
  | 'firefox'
  | 'samsung'
  | 'huawei'
  | 'honor'
  | 'xiaomi'
  | 'oppo'
  | 'vivo'
  | 'uc'
  | 'quark'
  | 'qq'
  | '360'
  | 'baidu'
  | 'sogou'
  | 'safari'
  | 'other'

/** Apps that show pages in a window of their own: nothing kept there is sure to be found again. */
export type HostApp =
  | 'wechat'
  | 'wecom'
  | 'qq'
  | 'dingtalk'
  | 'alipay'
  | 'weibo'
  | 'douyin'
  | 'toutiao'
  | 'baidu'

export interface Browser {
  readonly family: BrowserFamily
  readonly system: 'android' | 'harmony' | 'ios' | 'desktop'
  /** Set inside another app: there an invitation must not be redeemed, and the page says how to open the real browser. */
  readonly inside?: HostApp
}

// The order matters: WeCom also says MicroMessenger, and everybody says Chrome and Safari.
const HOSTS: readonly (readonly [HostApp, RegExp])[] = [
  ['wecom', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  ['qq', /\bQQ\/[\d.]+/],
  ['dingtalk', /DingTalk/i],
  ['alipay', /AlipayClient/i],
  ['weibo', /Weibo/i],
  ['douyin', /aweme|BytedanceWebview/i],
  ['toutiao', /NewsArticle/i],
  ['baidu', /baiduboxapp/i],
]

const FAMILIES: readonly (readonly [BrowserFamily, RegExp])[] = [
  ['huawei', /HuaweiBrowser/i],
  ['honor', /HonorBrowser/i],
  ['xiaomi', /MiuiBrowser/i],
  ['oppo', /HeyTapBrowser|OppoBrowser/i],
  ['vivo', /VivoBrowser/i],
  ['quark', /Quark\//i],
  ['uc', /UCBrowser|UBrowser|UCWEB/i],
  ['qq', /MQQBrowser/i],
  ['360', /QihooBrowser|360 ?Aphone|mso_app/i],
  ['sogou', /SogouMobileBrowser/i],
  ['baidu', /BIDUBrowser|baidubrowser/i],
  ['samsung', /SamsungBrowser/i],
  ['edge', /Edg(?:A|iOS)?\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Version\/[\d.]+.*Safari\//],
]

/** Reads a user agent: the only thing that tells these browsers apart. Good for choosing a picture, for nothing else. */
export function browserOf(userAgent: string): Browser {
  const inside = HOSTS.find(([, pattern]) => pattern.test(userAgent))?.[0]
  return {
    family: FAMILIES.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other',
    system: systemOf(userAgent),
    ...(inside && { inside }),
  }
}

function systemOf(userAgent: string): Browser['system'] {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/OpenHarmony|HarmonyOS|ArkWeb/i.test(userAgent)) return 'harmony'
  return /Android/.test(userAgent) ? 'android' : 'desktop'
}

export function thisBrowser(): Browser {
  const browser = browserOf(navigator.userAgent)
  // An iPad says it is a Mac, but no Mac has a touch screen.
  return browser.system === 'desktop' && /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
    ? { ...browser, system: 'ios' }
    : browser
}
