/** A small logistic model, fitted the same way on every machine. */

export interface Logistic {
  weights: number[]
  bias: number
}

export interface Sample {
  signals: readonly number[]
  isTrue: boolean
}

const ROUNDS = 8
const RIDGE = 0.001

/** Probability, 0 to 1. */
export function predict({ weights, bias }: Logistic, signals: readonly number[]): number {
  return sigmoid(dot(weights, signals) + bias)
}

/** Newton's method with a slight pull to zero. Both outcomes count alike, however rare one of them is. */
export function fitLogistic(samples: readonly Sample[]): Logistic {
  const trueCount = samples.filter(({ isTrue }) => isTrue).length
  const rows = samples.map(({ signals, isTrue }) => ({
    signals: [...signals, 1],
    target: isTrue ? 1 : 0,
    share: 0.5 / (isTrue ? trueCount : samples.length - trueCount),
  }))
  const width = rows[0]?.signals.length ?? 1
  let weights = new Array<number>(width).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map(weight => RIDGE * weight)
    const curve = weights.map((_, row) => weights.map((_, column): number => (row === column ? RIDGE : 0)))
    for (const { signals, target, share } of rows) {
      const expected = sigmoid(dot(weights, signals))
      signals.forEach((signal, row) => {
        slope[row] = (slope[row] ?? 0) + share * (expected - target) * signal
        const line = curve[row] ?? []
        signals.forEach((other, column) => {
          line[column] = (line[column] ?? 0) + share * expected * (1 - expected) * signal * other
        })
      })
    }
    const step = solve(curve, slope)
    weights = weights.map((weight, index) => weight - (step[index] ?? 0))
  }
  const rounded = weights.map(weight => Math.round(weight * 1e4) / 1e4)
  return { weights: rounded.slice(0, -1), bias: rounded.at(-1) ?? 0 }
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

/** Gaussian elimination; the matrix is positive definite, so no pivot is zero. */
function solve(matrix: number[][], right: number[]): number[] {
  const lines = matrix.map((line, index) => [...line, right[index] ?? 0])
  lines.forEach((pivot, place) => {
    for (const line of lines) {
      if (line === pivot) continue
      const factor = (line[place] ?? 0) / (pivot[place] ?? 1)
      pivot.forEach((value, column) => {
        line[column] = (line[column] ?? 0) - factor * value
      })
    }
  })
  return lines.map((line, place) => (line.at(-1) ?? 0) / (line[place] ?? 1))
}
