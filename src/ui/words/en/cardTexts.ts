import type { cardTexts as zh } from '#ui/words/zh/cardTexts.ts'

export const cardTexts: typeof zh = {
  empty_bag: {
    title: 'Food waste',
    say: ['Tip the leftovers into the green bin, without the bag.', 'The empty bag goes into the other bin.'],
  },
  tied_bag: {
    title: 'Bag tied up',
    say: ['In a tied bag nothing can rot.', 'Please open it and tip it in.'],
  },
  big_bones: {
    title: 'Big bones',
    say: ['Big bones are too hard: the other bin.', 'Chicken and fish bones go into the green one.'],
    local: true,
  },
  wet_wipes: {
    title: 'Wet wipes',
    say: ['Wet wipes do not rot, they are no food waste.', 'Into the other bin, never down the toilet.'],
  },
  takeaway_box: {
    title: 'Takeaway box',
    say: ['Tip the food into the green bin.', 'Oily boxes: other bin. Rinsed ones: blue bin.'],
  },
  milk_tea: {
    title: 'Milk tea',
    say: [
      'Pour out the tea; pearls go into the green bin.',
      'The cup: other bin. A rinsed plastic cup: blue bin.',
    ],
    local: true,
  },
  used_oil: {
    title: 'Used oil',
    say: [
      'No used oil in the bins or down the drain.',
      'Bottle it, close it, hand it in where oil is taken.',
    ],
    local: true,
  },
  medicines: {
    title: 'Old medicines',
    say: ['Old medicines go into the red bin, in their foil.', 'The paper box goes into the blue bin.'],
  },
  batteries: {
    title: 'Batteries',
    say: ['AA and AAA batteries: other bin.', 'Button cells: tape them, red bin.'],
  },
  power_bank: {
    title: 'Power banks',
    say: [
      'No power bank or e-bike battery in a bin: it can burn.',
      'Give it to us, or to a shop that takes it.',
    ],
    local: true,
  },
  broken_glass: {
    title: 'Broken glass',
    say: [
      'Wrap it in thick paper and write “sharp” on it.',
      'Wrapped, into the blue bin; china goes into the other bin.',
    ],
  },
  old_clothes: {
    title: 'Old clothes',
    say: ['Wash and pack them, put them in the clothes box.', 'Underwear and socks: other bin.'],
  },
  carton: {
    title: 'Boxes',
    say: ['Take off the tape and fold the box flat.', 'Blue bin, kept dry.'],
  },
  lamp: {
    title: 'Lamps',
    say: ['Tubes and energy-saving lamps: red bin, unbroken.', 'In a paper sleeve, put down gently.'],
  },
  hard_shell: {
    title: 'Hard shells',
    say: ['Durian and coconut shells are too hard: other bin.', 'Wrap what has thorns.'],
    local: true,
  },
  bulky: {
    title: 'Sofas, beds',
    say: [
      'Sofas, beds and cupboards go into no bin, nor beside one.',
      'Tell the property office; they arrange a pick-up.',
    ],
  },
  building_waste: {
    title: 'Building waste',
    say: ['Bricks, tiles and toilets go into no bin.', 'Bag them and ask the property office where to.'],
  },
  pet_waste: {
    title: 'Pet droppings',
    say: ['Best flushed down the toilet.', 'Never into the green bin.'],
    local: true,
  },
  off_hours: {
    title: 'Out of hours',
    say: ['The bins are closed for now.', 'Please bring it at the next shift. Thank you.'],
  },
  own_truck: {
    title: 'Does it help?',
    say: ['Each kind has a truck of its own.', 'If you see them mixed, tell me; I report it.'],
  },

  well_sorted: {
    title: 'Well sorted',
    say: ['You sorted that perfectly!', 'Thank you, everybody can see it.'],
  },
  opened_bag: {
    title: 'Opened the bag',
    say: ['Thank you for opening the bag.', 'One less for us to sort.'],
  },
  put_right: {
    title: 'Put it right',
    say: ['Thank you for sorting it again.', 'Next time it will come by itself.'],
  },
  child: {
    title: 'Children',
    say: ['You sort better than the grown-ups!', 'Teach them at home.'],
  },
  on_time: {
    title: 'On time',
    say: ['Thank you for coming in time.', 'The bins are clean, thanks to you too.'],
  },
}
