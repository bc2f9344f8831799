import type { Random } from './random.ts'

/** Invented places: no report of a real agency is meant. */
const CITIES = ['青禾市', '澄湖市', '岚山港市', '云栖州市', '望海潮市']
const COUNTIES = ['松岚县', '望溪区', '柏原县', '栖霞岭区', '双塔坪县', '沙洲圩县', '石桥湾区']
const BUREAUS = [
  '民政局',
  '水利局',
  '教育局',
  '司法局',
  '财政局',
  '审计局',
  '自然资源局',
  '住房和城乡建设局',
  '市场监督管理局',
  '农业农村局',
  '卫生健康委员会',
  '发展和改革委员会',
]
const TOWNSHIPS = ['河口镇人民政府', '枫林乡人民政府', '南关街道办事处', '新圩镇人民政府']

export const anyAgency = (random: Random): string => {
  const place = random.pick([...CITIES, ...COUNTIES, ...COUNTIES])
  return place + random.pick([...BUREAUS, ...BUREAUS, ...TOWNSHIPS, '人民政府'])
}

/** Ministries, provinces and cities with districts may make rules (规章); of the invented agencies, the governments of cities. */
export const makesRules = (agency: string): boolean => CITIES.some((city) => agency === `${city}人民政府`)

/** How the agency speaks of itself. */
export const selfOf = (agency: string): string => {
  if (agency.endsWith('委员会')) return '我委'
  if (agency.endsWith('街道办事处')) return '我街道'
  if (agency.endsWith('人民政府')) return `我${agency.at(-5)}`
  return '我局'
}
