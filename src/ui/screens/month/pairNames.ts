import type { DonePair } from '#queries/wallPictures.ts'
import { feedback as spoken } from '#ui/words/zh/feedback.ts'

/** In the language that residents read: of orders their kind, of works what they are called. */
export function nameOfPair({ category, label }: Pick<DonePair, 'category' | 'label'>): string {
  return label ?? (category ? spoken.capture.categories[category] : '')
}
