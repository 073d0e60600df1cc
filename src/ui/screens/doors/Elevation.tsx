import './doors.css'
import Building from '~icons/lucide/building'
import List from '~icons/lucide/list'
import Stairs from '~icons/lucide/footprints'
import Search from '~icons/lucide/search'
import { useLocation } from 'preact-iso'
import { findDoor, type Staircase } from '#domain/elevation.ts'
import type { Place } from '#domain/places.ts'
import { buildingsOf, type BuildingView, elevationOf } from '#queries/doors.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Watermark } from '#ui/Watermark.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { DoorList } from './DoorList.tsx'
import { Floors } from './Floors.tsx'
import { HomePanel } from './HomePanel.tsx'
import { Legend } from './Legend.tsx'
import { ListsAndPaper } from './ListsAndPaper.tsx'
import { type Filter, look, type Looking, useLooking } from './looking.ts'
import { useReader } from './useReader.ts'
import { useWidth } from './useWidth.ts'

/** 楼面图: one window per household; visit it and the window lights up. */
export function Elevation() {
  const { doors: words, common } = useWords()
  const looking = useLooking()
  const { reader, freshness, today, may } = useReader()
  const width = useWidth()
  const { route } = useLocation()
  const { number } = useFormats()

  const buildings = buildingsOf(reader)
  const building = buildings.find((one) => one.id === looking.building) ?? buildings[0]
  const view = building && elevationOf(reader, building.id, today, freshness)
  if (!building || !view) {
    return (
      <Screen title={words.title} tab="doors">
        <Empty title={words.noBuilding} text={words.noBuildingText} />
      </Screen>
    )
  }

  const groups = groupsOf(view, width === 'phone' ? 1 : 2)
  const shown = groupShown(groups, looking)
  const chosen = looking.chosen !== undefined && view.doors.has(looking.chosen) ? looking.chosen : undefined
  const { progress } = view
  const open = (id: string) => {
    const door = view.doors.get(id as Place['id'])
    if (!door) return
    if (width === 'landscape') look({ chosen: door.id })
    else route(`/doors/home/${door.id}`)
  }
  const unitOfWalk =
    shown.find((unit) => chosen !== undefined && findDoor(view.elevation, chosen)?.unit.id === unit.id) ??
    shown[0]
  const walk = may('recordVisit') && view.visits && unitOfWalk && progress.livedIn > 0
  const start = walk && (
    <Key
      look="primary"
      icon={Stairs}
      label={words.start}
      href={`/doors/visit/${unitOfWalk.id}${chosen !== undefined && findDoor(view.elevation, chosen)?.unit.id === unitOfWalk.id ? `?door=${chosen}` : ''}`}
    />
  )
  const asList = (
    <Key
      look="quiet"
      icon={looking.list ? Building : List}
      label={looking.list ? words.asFacade : words.asList}
      onPress={() => look({ list: !looking.list })}
    />
  )
  const homes =
    (view.visits
      ? words.reached(number(progress.lit), number(progress.livedIn))
      : words.homes(number(progress.livedIn))) + words.vacantToo(progress.vacant)

  return (
    <Screen
      title={building.label}
      tab="doors"
      header={
        <Header
          title={
            width === 'phone' || !compoundName(reader, building)
              ? building.label
              : `${compoundName(reader, building)} ${building.label}`
          }
          big={width === 'phone'}
          sub={homes}
          right={
            width === 'landscape' ? (
              <a class="doors-search" href="/doors/search">
                <Search class="icon" aria-hidden="true" />
                {words.searchFor}
              </a>
            ) : (
              <a class="header-leave" href="/doors/search" aria-label={words.search}>
                <Search class="icon" aria-hidden="true" />
              </a>
            )
          }
          leave={common.back}
        />
      }
      bar={
        width === 'landscape' ? undefined : (
          <BottomBar>
            {start}
            {asList}
          </BottomBar>
        )
      }
    >
      {!reader.shared && <Watermark />}
      <div class="doors-tools">
        {buildings.length > 1 && (
          <Select
            label={words.building}
            value={building.id}
            options={buildings.map((one) => ({ value: one.id, label: one.label }))}
            onChange={(id) => look({ building: id as Place['id'] })}
          />
        )}
        {groups.length > 1 && <Units groups={groups} shown={shown} />}
        <Filters view={view} filter={looking.filter} short={width === 'phone'} />
        {width === 'landscape' && (
          <span class="doors-start">
            {asList}
            {start}
          </span>
        )}
      </div>
      <div class={`doors-${width}`}>
        <div class="doors-main">
          {looking.list ? (
            <DoorList view={view} units={shown} filter={looking.filter} />
          ) : (
            <>
              <Floors
                view={view}
                units={shown}
                chosen={chosen}
                width={width}
                building={building.label}
                onOpen={open}
              />
              <Legend
                freshness={view.visits ? freshness : undefined}
                open={view.withOpen > 0}
                care={view.withCare > 0}
              />
            </>
          )}
        </div>
        {width === 'landscape' && !looking.list && <HomePanel reader={reader} today={today} home={chosen} />}
      </div>
      <ListsAndPaper reading={{ reader, may }} />
    </Screen>
  )
}

function compoundName(
  reader: { tree: { path(id: Place['id']): readonly Place[] } },
  building: Place,
): string | undefined {
  return reader.tree.path(building.id).find((place) => place.what === 'compound')?.label
}

type Group = readonly Staircase[]

/** Units shown side by side. A unit of 5–8 doors has no room beside another. */
function groupsOf(view: BuildingView, beside: number): readonly Group[] {
  const { units } = view.elevation
  const wide = units.some((unit) => unit.columns > 4)
  const size = wide ? 1 : beside
  const groups: Group[] = []
  for (let at = 0; at < units.length; at += size) groups.push(units.slice(at, at + size))
  return groups
}

function groupShown(groups: readonly Group[], { unit }: Looking): Group {
  return groups.find((group) => group.some((one) => one.id === unit)) ?? groups[0] ?? []
}

function Units({ groups, shown }: { groups: readonly Group[]; shown: Group }) {
  const { doors: words } = useWords()
  const options = groups.map((group) => ({
    value: group[0]?.id ?? '',
    label:
      group.length > 1
        ? words.unitRange(group[0]?.label ?? '', group.at(-1)?.label ?? '')
        : (group[0]?.label ?? ''),
  }))
  const value = shown[0]?.id ?? ''
  const onChange = (id: string) => look({ unit: id as Place['id'] })
  // More than four parts are no segments any more.
  return options.length > 4 ? (
    <Select label={words.units} value={value} options={options} onChange={onChange} />
  ) : (
    <Segmented label={words.units} options={options} value={value} onChange={onChange} />
  )
}

/** On a phone the one that matters on the way; wider, all of them with their counts. */
function Filters({ view, filter, short }: { view: BuildingView; filter: Filter; short: boolean }) {
  const { doors: words } = useWords()
  const { progress, withOpen, withCare } = view
  if (short) {
    const [one, count] = view.visits ? (['toGo', progress.toGo] as const) : (['open', withOpen] as const)
    if (!view.visits && count === 0) return null
    return (
      <Key
        look="quiet"
        label={`${words.filter[one]} ${count}`}
        pressed={filter === one}
        onPress={() => look({ filter: filter === one ? 'all' : one })}
      />
    )
  }
  const all: readonly { value: Filter; label: string; count: number; always: boolean }[] = [
    { value: 'all', label: words.filter.all, count: progress.homes, always: true },
    { value: 'toGo', label: words.filter.toGo, count: progress.toGo, always: view.visits },
    { value: 'open', label: words.filter.open, count: withOpen, always: false },
    { value: 'care', label: words.filter.care, count: withCare, always: false },
  ]
  return (
    <Segmented
      label={words.show}
      look="chips"
      options={all
        .filter((one) => one.always || (one.count > 0 && (one.value !== 'toGo' || view.visits)))
        .map(({ value, label, count }) => ({ value, label, count: String(count) }))}
      value={filter}
      onChange={(value) => look({ filter: value })}
    />
  )
}
