import { expect, test } from 'vitest'
import { browserOf } from '#device/browser.ts'

const android = 'Mozilla/5.0 (Linux; Android 12; XX-00) AppleWebKit/537.36 (KHTML, like Gecko)'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  ['chrome', 'android', `${android} Chrome/120.0.0.0 Mobile Safari/537.36`],
  ['huawei', 'android', `${android} Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36`],
  [
    'huawei',
    'harmony',
    `Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300`,
  ],
  [
    'xiaomi',
    'android',
    `${android} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.5.130`,
  ],
  [
    'oppo',
    'android',
    `${android} Version/4.0 Chrome/115.0.5790.168 Mobile Safari/537.36 HeyTapBrowser/45.9.4.1`,
  ],
  ['vivo', 'android', `${android} Chrome/87.0.4280.141 Mobile Safari/537.36 VivoBrowser/14.5.10.2`],
  ['uc', 'android', `${android} Version/4.0 Chrome/100.0.4896.58 UCBrowser/16.3.8.1268 Mobile Safari/537.36`],
  ['quark', 'android', `${android} Version/4.0 Chrome/100.0.4896.58 Quark/6.10.5.541 Mobile Safari/537.36`],
  [
    'qq',
    'android',
    `${android} Version/4.0 Chrome/109.0.5414.86 MQQBrowser/14.9 Mobile Safari/537.36 COVC/046713`,
  ],
  ['edge', 'android', `${android} Chrome/120.0.0.0 Mobile Safari/537.36 EdgA/120.0.2210.126`],
  ['samsung', 'android', `${android} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`],
  ['safari', 'ios', `${iphone} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['chrome', 'ios', `${iphone} CriOS/120.0.6099.119 Mobile/15E148 Safari/604.1`],
  ['firefox', 'desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'],
] as const)('%s on %s is known by its user agent', (family, system, userAgent) => {
  expect(browserOf(userAgent)).toEqual({ family, system })
})

test.each([
  [
    'wechat',
    `${android} Version/4.0 Chrome/111.0.5563.116 Mobile Safari/537.36 XWEB/1110017 MMWEBSDK/20231002 MicroMessenger/8.0.43.2480(0x28002B31)`,
  ],
  ['wechat', `${iphone} Mobile/15E148 MicroMessenger/8.0.44(0x18002c2f) NetType/WIFI Language/zh_CN`],
  ['wecom', `${android} Version/4.0 Chrome/108 Mobile Safari/537.36 wxwork/4.1.16 MicroMessenger/7.0.1`],
  [
    'qq',
    `${android} Version/4.0 Chrome/109.0.5414.86 MQQBrowser/6.2 Mobile Safari/537.36 V1_AND_SQ_8.9.93_5320_YYB_D QQ/8.9.93.12975`,
  ],
  ['dingtalk', `${android} Version/4.0 Chrome/100 Mobile Safari/537.36 AliApp(DingTalk/7.0.50)`],
  ['alipay', `${android} Version/4.0 Chrome/100 UCBrowser/11.9 Mobile Safari/537.36 AlipayClient/10.5`],
  ['douyin', `${android} Version/4.0 Chrome/100 Mobile Safari/537.36 aweme_280000`],
] as const)('a page inside %s is told from the real browser', (inside, userAgent) => {
  expect(browserOf(userAgent).inside).toBe(inside)
})
