import { orderChoices } from './orderFields.ts'

/** A firm without an account answers by a link; what it says is its word, not ours. */
export const firmLink = {
  row: '发给师傅的链接',
  rowSub: '不用账号，他自己回话',
  title: '发给师傅的链接',
  text: (vendor: string) => `${vendor}点开，输口令，就能看这张单、回话。`,
  what: '他看到：哪里、什么事、哪天前。没有住户名字、电话。',
  make: '做一个链接',
  made: '做好了，传到社区就能用',
  notYet: '还没传到社区。有网传上去，链接才打得开。',
  code: '口令',
  message: (said: { compound: string; no: string; address: string; code: string }) =>
    `${said.compound}派工单 ${said.no}。点开看，接不接、修没修好，在上面按一下就行：\n${said.address}\n口令 ${said.code}`,
  messageName: '给师傅的话',
  copy: '复制给师傅的话',
  copied: '复制好了，粘贴给师傅',
  notCopied: '没复制成，长按上面的字来选',
  qr: '打开链接的码',
  ends: '30 天内能用。办完了、换人了，自己就关。',
  stop: '收回链接',
  stopped: '收回了，打不开了',
  slip: '打派工单，带码',
  says: orderChoices.says,
  hindrance: orderChoices.hindrance,
  panel: '师傅的回话',
  byLink: '用链接说的',
  look: { took: '', fixed: '师傅说修好了，去看看', cannot: '师傅说修不了，再找人' },
  lookText: '看过了，您再记“修好了”。师傅说的不算办完。',
  waiting: '师傅回话了',
  slipScan: '扫码看单、回话',
}
