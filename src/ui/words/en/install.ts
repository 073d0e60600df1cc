import type { install as zhInstall } from '#ui/words/zh/install.ts'

export const install: typeof zhInstall = {
  title: 'Put it on the home screen',
  text: 'Then open it from there; it works without a network.',
  installed: { title: 'It is installed', text: 'Open it by “Linbian” on the home screen.' },
  yours: 'You are using',
  others: 'Another browser',
  families: {
    huawei: 'Huawei browser',
    xiaomi: 'Xiaomi browser',
    oppo: 'OPPO browser',
    vivo: 'vivo browser',
    qq: 'QQ browser',
    uc: 'UC browser',
    chrome: 'Chrome',
    edge: 'Edge',
    safari: 'Safari on iPhone',
    other: 'Another browser',
  },
  steps: {
    huawei: ['Tap ⋮ or ☰ at the bottom', 'Tap 添加到, then 桌面', 'Asked whether to add it, tap 添加'],
    xiaomi: ['Tap ☰ at the bottom', 'In 工具箱 tap 添加到桌面', 'Asked for permission, choose 允许'],
    oppo: ['Tap ☰ at the bottom', 'Tap 添加到 and choose 桌面', 'Asked for permission, choose 允许'],
    vivo: ['Tap ☰ at the bottom', 'Tap 添加书签 and choose 桌面', 'Asked for permission, choose 允许'],
    qq: ['Tap ☰ at the bottom', 'In 分享 or 工具箱 choose 添加到桌面', 'Asked for permission, choose 允许'],
    uc: ['Tap ☰ at the bottom', 'In 工具 choose 添加到桌面', 'Asked for permission, choose 允许'],
    chrome: ['Tap ⋮ at the top right', 'Tap “Add to Home screen” or “Install app”', 'Tap “Install”'],
    edge: ['Tap ☰ or ⋯ at the bottom', 'Tap “Add to phone”', 'Tap “Install”'],
    safari: ['Tap Share ⬆ at the bottom', 'Scroll to “Add to Home Screen”', 'Tap “Add” at the top right'],
    other: ['Find the menu, often ☰ or ⋮', 'Find “Add to home screen”', 'Asked for permission, allow it'],
  },
  permission:
    'Not there? In the phone’s settings allow this browser “home screen shortcuts”, then add it again.',
  notNeeded: 'It works without installing too. Keep the address, or bookmark it.',
  pictures: { menu: 'the menu is here', pick: 'tap this row', done: 'it is on the home screen' },
  pickRow: 'Add to home screen',
  now: 'Install now',
}
