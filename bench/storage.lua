-- Spreads wrk's requests over as many objects as the first argument says; the rest is wrk.lua.
local objects = 1
local number = 0

function init(arguments)
  objects = tonumber(arguments[1])
end

function request()
  number = (number + 1) % objects
  return wrk.format(nil, wrk.path .. number)
end

dofile(os.getenv("WRK_REPORT"))
