export const start = {
  notSecure: {
    title: '这个网址存不住东西',
    text: '要用 https 开头的网址，没网的时候才能记。跟社区要新的网址或二维码。',
  },
  noDisk: {
    title: '这个浏览器不让存',
    text: '可能开着无痕，或关了存储。关掉无痕，或换手机自带的浏览器再打开。',
  },
  tooOld: {
    title: '这个浏览器旧了',
    text: '更新一下浏览器，或换手机自带的浏览器再打开。',
  },
  again: '再试一次',
}
