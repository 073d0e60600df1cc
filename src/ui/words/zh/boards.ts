/** The ways to what is not only of today. */
export const boards = {
  title: '大家的事',
  council: { title: '议事会', sub: '这周要议的，定了没办完的' },
  wall: { title: '公示栏', sub: '等着贴的，正贴着的' },
  accounts: { title: '账目', sub: '收多少，花多少，还剩多少' },
  works: { title: '工程', sub: '谁提的，谁来做，花多少' },
  ledger: { title: '台账', sub: '等我办的，我答应的，要告诉的' },
  bins: { title: '桶边报表', sub: '每天、每周、每月' },
  exports: { title: '拿表走', sub: '存表格，填上面要的表' },
  month: { title: '面对面', sub: '一个月的账，打印、公示' },
  survey: { title: '满意度', sub: '问大家，录答卷' },
  digest: { title: '今天的小结', sub: '拷一段话发群里' },
  diary: { title: '民情日记', sub: '自己的一天，先回话' },
}
