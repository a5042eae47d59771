/** Luhn check over the number with the card-issuer prefix 80840 (45 CFR 162.406, CMS NPI check digit). */
export const isNpi = (s: string): boolean => {
  if (!/^\d{10}$/.test(s)) return false;
  let sum = 24;
  for (let i = 0; i < 10; i++) {
    const d = s.charCodeAt(i) - 48;
    const doubled = i % 2 === 0 ? d * 2 : d;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};
