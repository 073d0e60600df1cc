import type { Item } from '#domain/whichBin/list.ts'
import { Row } from '#ui/parts/Rows.tsx'
import { useLanguage, useWords } from '#ui/words.ts'

/** A thing of the list to be chosen, with the bin that the list gives to it. */
export function ListedRow({ item, onPress }: { item: Item; onPress: () => void }) {
  const { keep, name } = useWords().whichBin
  return <Row title={item.label[useLanguage()]} sub={keep.fromList(name[item.waste])} onPress={onPress} />
}
