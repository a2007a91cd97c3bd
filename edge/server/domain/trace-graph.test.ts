import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collapsed, columnsOf, type DrawnNode } from './trace-graph.ts'

const link = (src: number, dst: number) => ({ src, dst, weight_mg: 10 })
const node = (key: number, column: number, group = `item-${key % 3}`): DrawnNode => ({
  key,
  group,
  node_id: `lot:${key}`,
  kind: 'lot',
  column,
  title: `LOT-${key}`,
  start: false,
  item_id: group,
  lot_id: null,
  run_id: null,
  lot_type: 'WIP',
  status: 'AVAILABLE',
  count: 1,
  weight_mg: 5,
  held_count: key % 2,
})

test('the column of a lot is the longest way to it, so that a short cut does not draw a link to the left', () => {
  const columns = columnsOf([1], [link(1, 2), link(2, 3), link(1, 3), link(3, 4), link(1, 4)])
  expect([...columns].sort()).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 3],
  ])
})

test('every link of a random genealogy goes to the right', () => {
  const links = fc.array(
    fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 })).map(([src, step]) => link(src, src + step)),
  )
  fc.assert(
    fc.property(links, found => {
      const reached = new Set([0])
      for (const { src, dst } of found.toSorted((a, b) => a.src - b.src)) if (reached.has(src)) reached.add(dst)
      const inside = found.filter(({ src }) => reached.has(src))
      const columns = columnsOf([0], inside)
      for (const { src, dst } of inside) expect(columns.get(dst)).toBeGreaterThan(columns.get(src)!)
    }),
  )
})

test('a cycle, which only a damaged file can hold, is drawn and ends', () => {
  expect(columnsOf([1], [link(1, 2), link(2, 3), link(3, 2)]).size).toBe(3)
})

test('a column shows so many things and no more, and its counts are those of all', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 4, max: 12 }), fc.integer({ min: 1, max: 9 }), (count, most, groups) => {
      const nodes = [node(0, 0), ...Array.from({ length: count }, (_, n) => node(n + 1, 1, `item-${n % groups}`))]
      const links = nodes.slice(1).map(({ key }) => link(0, key))
      const graph = collapsed(nodes, links, { most, starts: new Set([0]) })
      const sum = (field: 'count' | 'weight_mg' | 'held_count') => graph.nodes.reduce((all, one) => all + one[field], 0)
      expect(graph.nodes.filter(({ column }) => column === 1).length).toBeLessThanOrEqual(most)
      expect([sum('count'), sum('weight_mg')]).toEqual([count + 1, 5 * (count + 1)])
      expect(sum('held_count')).toBe(nodes.filter(({ key }) => key % 2 === 1).length)
      expect(graph.edges.reduce((all, edge) => all + edge.count, 0)).toBe(count)
      expect(new Set(graph.nodes.map(({ node_id }) => node_id)).size).toBe(graph.nodes.length)
      expect(graph.collapsed).toBe(count > most)
      expect(graph.nodes.filter(({ start }) => start).map(({ title }) => title)).toEqual(['LOT-0'])
      const columns = graph.nodes.map(({ column }) => column)
      expect(columns).toEqual(columns.toSorted((a, b) => a - b))
    }),
  )
})
