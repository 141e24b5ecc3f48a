import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutLarge } from '../../src/analyses/basket/cap.ts';

it('leaves out the baskets over the cap and numbers the others anew', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 6 }), (given, cap) => {
      const basket = Int32Array.from(given.flatMap((size, b) => Array<number>(size).fill(b)));
      const item = Int32Array.from(
        given.flatMap((size, b) => Array.from({ length: size }, (_, i) => b * 10 + i)),
      );
      const { pairs, basketCount, several, over } = withoutLarge({ basket, item }, cap);
      const kept = given.map((size, b) => ({ size, b })).filter(({ size }) => size <= cap);
      expect(over).toBe(given.length - kept.length);
      expect(basketCount).toBe(kept.length);
      expect(several).toBe(kept.filter(({ size }) => size > 1).length);
      expect([...pairs.basket]).toEqual(kept.flatMap(({ size }, n) => Array<number>(size).fill(n)));
      expect([...pairs.item]).toEqual(
        kept.flatMap(({ size, b }) => Array.from({ length: size }, (_, i) => b * 10 + i)),
      );
    }),
  );
});
