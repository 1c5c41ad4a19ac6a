/** Calls the control API; shows people a sentence when it fails. */
const trouble = document.getElementById('trouble')

export async function call(method, path, body) {
  try {
    const response = await fetch(`/__emu${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(answer.message)
    trouble.hidden = true
    return answer
  } catch (problem) {
    trouble.textContent = `Zalo tập dượt chưa làm được việc này. Xem máy chủ còn chạy không rồi thử lại. (${problem.message})`
    trouble.hidden = false
    throw problem
  }
}

export const read = path => call('GET', path)
export const send = (path, body = {}) => call('POST', path, body)
