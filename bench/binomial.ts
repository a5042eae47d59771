/** Logarithm of n over k. */
const logChoose = (n: number, k: number): number => {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
};

/** How likely at most `k` of `n` are when each happens with probability `p`. */
const atMost = (k: number, n: number, p: number): number => {
  let sum = 0;
  for (let i = 0; i <= k; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
  return sum;
};

/** Upper end of the exact interval of a share (Clopper and Pearson, Biometrika 1934;26:404-413), 97.5 % on this side. */
export const upperBound = (k: number, n: number): number => {
  if (k >= n) return 1;
  let [low, high] = [k / n, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (atMost(k, n, middle) > 0.025) low = middle;
    else high = middle;
  }
  return high;
};
