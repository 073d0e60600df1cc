import type { PhotoRefused } from '#ui/state/app.ts'
import { common } from './common.ts'

/** Why a photo was not taken in; what was written stands in the form all the same. */
const refused: Record<PhotoRefused, string> = {
  ...common.refused,
  notAPicture: '这不是照片。换一张，或不拍直接存。写的都在。',
  tooManyPixels: '这张照片太大，本机开不动。用邻边再拍一张，或不拍直接存。写的都在。',
  cannotDecode: '这张照片坏了，或本机不认。换一张，或不拍直接存。写的都在。',
  'disk.full': '本机快满了，照片没存上。写的都在。清一点照片再拍，或不拍直接存。',
}

export const photo = { refused }
