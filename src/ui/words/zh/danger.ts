import type { Call, Danger } from '#domain/ledger/danger.ts'

const calls: Record<Call, string> = {
  fire: '火警',
  police: '报警',
  ambulance: '救护车',
  gas: '燃气抢修',
  lift: '电梯维保',
  dutyDesk: '物业值班',
  other: '打电话',
}

const kinds: Record<Danger, string> = {
  gas: '煤气味',
  fire: '冒烟、着火',
  lift: '困电梯',
  shock: '触电',
  noAnswer: '敲门没人应',
  falling: '高空抛物',
  charging: '楼道充电',
}

const hints: Record<Danger, string> = {
  gas: '别开关灯，别打火，先开窗、走人',
  fire: '先叫人走楼梯，别坐电梯',
  lift: '跟里头的人说：别扒门，马上来人',
  shock: '先断电，别用手拉',
  noAnswer: '再敲敲，问问邻居和家里人',
  falling: '先离开底下，别往上看',
  charging: '先拔插头，人别靠近',
}

export const danger = {
  title: '这条还没送到，先打电话',
  sent: '先打电话',
  sure: '送到了，也要先打电话',
  calls,
  kinds,
  hints,
  ring: (name: string, number: string) => `打给${name}，${number}`,
  made: '电话打过了',
  madeSaid: '记下了：电话打过了',
  kindsTitle: '有危险',
}
