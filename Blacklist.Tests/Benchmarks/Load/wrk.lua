-- Requests that lie ready as bytes in the file of the first argument, each behind its length in eight digits. Every thread starts
-- elsewhere in it. A second argument is the mean pause in milliseconds before a connection asks again: a service at part of its load.

local threads = 0

function setup(thread)
  thread:set("place", threads)
  threads = threads + 1
end

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local all = file:read("*a")
  file:close()
  ready = {}
  local at = 1
  while at <= #all do
    local length = tonumber(all:sub(at, at + 7))
    ready[#ready + 1] = all:sub(at + 8, at + 7 + length)
    at = at + 8 + length
  end
  turn = place * 4099
  if args[2] then
    local pause = tonumber(args[2])
    math.randomseed(place + 1)
    delay = function() return math.floor(2 * pause * math.random() + 0.5) end
  end
end

function request()
  turn = turn + 1
  return ready[turn % #ready + 1]
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("\nresult %d %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9), latency.max,
    e.status + e.connect + e.read + e.write + e.timeout, os.clock() * 1000000))
end
