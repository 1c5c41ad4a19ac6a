/**
 * What Zalo's program would answer to the Mini App. Whose phone it is and how Zalo answers stands in the address once
 * (`?emu-person=ba-sau&emu-manner=refusing`) and is remembered for this visit.
 * Manners: `kind`, `refusing` (the person says no), `silent` (no answer ever comes), `stranger` (a token of another app).
 */
;(() => {
  const address = new URL(location.href)
  const read = (name, usual) => {
    const given = address.searchParams.get(name)
    if (given) sessionStorage.setItem(name, given)
    address.searchParams.delete(name)
    return given ?? sessionStorage.getItem(name) ?? usual
  }
  const person = read('emu-person', 'ba-sau')
  const manner = read('emu-manner', 'kind')
  history.replaceState(null, '', address)

  const asked = []
  const answer = (name, work) => async args => {
    asked.push({ name, args })
    if (manner === 'silent') return new Promise(() => undefined)
    if (manner === 'refusing') throw { code: -2002, message: 'User denied' }
    return work(args)
  }
  const tell = async (method, path, body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`/__emu/personas/${person}${path}`, { method, headers, body: JSON.stringify(body) })
    return response.json()
  }
  const act = (what, body = {}) => tell('POST', `/${what}`, body)
  const shelf = 'zalo.'
  const nothing = async () => ({})
  window.motCuaBridge = {
    getAccessToken: answer('getAccessToken', async () => {
      const { accessToken } = await act('token', manner === 'stranger' ? { app: 'other' } : {})
      return accessToken
    }),
    followOA: answer('followOA', () => act('follow')),
    interactOA: answer('interactOA', nothing),
    requestSendNotification: answer('requestSendNotification', async () => {
      await tell('PATCH', '', { miniApp: { acceptsNotifications: true } })
    }),
    openChat: answer('openChat', nothing),
    openPhone: answer('openPhone', nothing),
    openSMS: answer('openSMS', nothing),
    openShareSheet: answer('openShareSheet', nothing),
    openOutApp: answer('openOutApp', nothing),
    scanQRCode: answer('scanQRCode', async () => ({ content: '' })),
    saveImageToGallery: answer('saveImageToGallery', nothing),
    createShortcut: answer('createShortcut', nothing),
    getUserInfo: answer('getUserInfo', async () => ({ userInfo: { id: '', name: '', avatar: '' } })),
    nativeStorage: {
      getItem: name => localStorage.getItem(shelf + name) ?? '',
      setItem: (name, value) => localStorage.setItem(shelf + name, value),
      removeItem: name => localStorage.removeItem(shelf + name),
    },
  }
  window.asked = asked
})()
