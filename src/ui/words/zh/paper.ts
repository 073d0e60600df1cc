/** What all A4 pages have in common, whatever is on them. */
export const paper = {
  form: '给谁看',
  public: '公示',
  publicSub: '没有名字门牌',
  internal: '内部',
  internalSub: '有名字，不外传',
  print: '打印 A4',
  inside: '这里存不了、打不了。点右上角，用浏览器打开',
  publicFoot: '公示版・姓名、电话、门牌不上此表',
  internalFoot: '内部版・有名字，不外传',
  page: (nth: number, of: number) => `第 ${nth} 页，共 ${of} 页`,
  printed: (when: string) => `邻边 Linbian・${when} 印`,
  demo: '演示数据，都是编的',
}
