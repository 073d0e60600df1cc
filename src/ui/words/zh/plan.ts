/** Who stands at which bins, and when: kept by the office and the property, swapped among those who stand there. */
export const plan = {
  title: '桶点和排班',
  toHub: '桶点、时段、排班',
  toHubSub: '社区和物业来定',
  notYours: '这里归社区和物业管',
  notYoursText: '要改桶、时段或排班，跟他们说一声',
  rows: {
    rota: '排班',
    rotaSub: '哪个点，哪一班，谁来',
    points: '投放点和桶',
    windows: '时段',
    windowsSub: '几点到几点，哪些天，放假怎么算',
  },
}
