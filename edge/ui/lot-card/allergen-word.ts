import type { Allergen } from '@flowviz/contract/allergen'
import { words } from '../word/words.ts'

/** Allergens as a label names them. */
export const allergenWord: (allergen: Allergen) => string = words(
  {
    milk: 'milk',
    egg: 'egg',
    fish: 'fish',
    crustacean: 'crustaceans',
    tree_nut: 'tree nuts',
    peanut: 'peanuts',
    wheat: 'wheat',
    soy: 'soy',
    sesame: 'sesame',
    gluten: 'gluten',
    celery: 'celery',
    mustard: 'mustard',
    lupin: 'lupin',
    mollusc: 'molluscs',
    sulphite: 'sulphites',
  },
  {
    milk: 'leche',
    egg: 'huevo',
    fish: 'pescado',
    crustacean: 'crustáceos',
    tree_nut: 'frutos de cáscara',
    peanut: 'cacahuete',
    wheat: 'trigo',
    soy: 'soya',
    sesame: 'sésamo',
    gluten: 'gluten',
    celery: 'apio',
    mustard: 'mostaza',
    lupin: 'altramuz',
    mollusc: 'moluscos',
    sulphite: 'sulfitos',
  },
)
