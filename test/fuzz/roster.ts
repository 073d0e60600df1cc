import type { RecordId } from '#domain/ids.ts'

export const PASSPHRASE = '梧桐院子里有两只喜鹊'

export const ROSTER: readonly (readonly string[])[] = [
  ['栋', '单元', '房号', '姓名', '电话'],
  ['1', '1', '101', '王秀兰', '13800000001'],
  ['1', '1', '102', '李国强', ''],
  ['1', '2', '201', '陈桂芳', '13800000003'],
]

/** What residents are asked in the compound. */
export const OPEN_SURVEY = '0b0b0b0b-0000-4000-8000-00000000000a' as RecordId
