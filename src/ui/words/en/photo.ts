import type { photo as zhPhoto } from '#ui/words/zh/photo.ts'
import { common } from './common.ts'

export const photo: typeof zhPhoto = {
  refused: {
    ...common.refused,
    notAPicture: 'This is no photo. Choose another, or save without. Your words are still here.',
    tooManyPixels:
      'This photo is too large to open here. Take one from within Linbian, or save without. Your words are still here.',
    cannotDecode:
      'This photo is damaged, or of a kind unknown here. Choose another, or save without. Your words are still here.',
    'disk.full':
      'This device is nearly full; the photo was not kept. Your words are still here. Remove some photos, or save without.',
  },
}
