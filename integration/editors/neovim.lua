-- What a user of Neovim does with a wrangler.toml that names a class which is not there: looks at what is
-- wrong, asks what may stand there, mends it, and goes where the class is written.
--
-- Run by neovim.test.mjs in a Neovim without a screen and without anybody's settings. The setup is the one
-- that docs/editors.md tells users to take ($SETUP). Each thing that the editor then has is one line of JSON
-- in $SEEN; what a person would see is asked of Neovim and not of the server.

local LIMIT_MS = 60000

local seen = assert(io.open(vim.env.SEEN, 'w'))
local function see(what, value)
  seen:write(vim.json.encode({ what = what, value = value }), '\n')
  seen:flush()
end

local function await(what, condition)
  if not vim.wait(LIMIT_MS, condition, 10) then
    error(('%s did not come within %d s'):format(what, LIMIT_MS / 1000))
  end
end

-- What the setup calls, in a Neovim 0.7, which lacks it.
vim.fs = vim.fs
  or {
    dirname = function(path) return vim.fn.fnamemodify(path, ':h') end,
    find = function(names, options)
      assert(options.upward)
      local found = vim.tbl_map(function(name) return vim.fn.findfile(name, options.path .. ';') end, names)
      found = vim.tbl_filter(function(path) return path ~= '' end, found)
      return vim.tbl_map(function(path) return vim.fn.fnamemodify(path, ':p') end, found)
    end,
  }
local clients = {}
local start = vim.lsp.start
  or function(config)
    local key = config.name .. ' ' .. config.root_dir
    config.on_init = function(client)
      client.notify('workspace/didChangeConfiguration', { settings = config.settings })
    end
    clients[key] = clients[key] or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, clients[key])
    return clients[key]
  end

local id, exit
vim.lsp.start = function(config)
  config.on_exit = function(code) exit = code end
  id = start(config)
  return id
end

-- What the list of problems has. Hints, which are not in it, come to every list of migrations.
local function problems() return vim.diagnostic.get(0, { severity = { min = vim.diagnostic.severity.INFO } }) end

local function shown()
  return vim.tbl_map(function(each)
    return {
      from = { each.lnum, each.col },
      to = { each.end_lnum, each.end_col },
      severity = vim.diagnostic.severity[each.severity],
      source = each.source,
      message = each.message,
    }
  end, problems())
end

local function ask(method)
  local position = vim.lsp.util.make_position_params(0, 'utf-16')
  local answers = assert(vim.lsp.buf_request_sync(0, method, position, LIMIT_MS), method)
  local answer = assert(answers[id], method .. ' was not answered')
  assert(not answer.err, vim.inspect(answer.err))
  return answer.result
end

local function run()
  dofile(vim.env.SETUP)
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.PROJECT .. '/wrangler.toml'))
  -- A server that heard of the settings late has shown two.
  await('one diagnostic', function() return #problems() == 1 end)
  see('diagnostics', shown())

  vim.fn.search('Rom')
  local items = ask('textDocument/completion')
  see('completion', vim.tbl_map(function(item) return { item.label, item.detail, item.textEdit.newText } end, items))

  -- The first item is taken, as its edit says.
  vim.lsp.util.apply_text_edits({ items[1].textEdit }, 0, 'utf-16')
  see('mended', vim.api.nvim_get_current_line())
  await('the end of the diagnostic', function() return #problems() == 0 end)

  vim.fn.search('Room')
  see('hover', ask('textDocument/hover').contents.value)
  local definition = ask('textDocument/definition')
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.uri_to_fname(definition[1].uri)))
  local from = definition[1].range.start
  vim.api.nvim_win_set_cursor(0, { from.line + 1, from.character })
  see('definition', {
    count = #definition,
    file = vim.fn.expand('%:t'),
    cursor = vim.api.nvim_win_get_cursor(0),
    word = vim.fn.expand('<cword>'),
    line = vim.api.nvim_get_current_line(),
  })

  -- Code is seen by the same server: the way back, from the use of the binding.
  vim.fn.search('ROOM')
  local binding = ask('textDocument/definition')
  see('binding', vim.tbl_map(function(each)
    return { vim.fn.fnamemodify(vim.uri_to_fname(each.uri), ':t'), each.range.start.line, each.range.start.character }
  end, binding))

  vim.lsp.stop_client(id)
  await("the server's exit", function() return exit ~= nil end)
  see('exit', exit)
end

local fine, problem = xpcall(run, debug.traceback)
if not fine then see('error', problem) end
seen:close()
vim.cmd(fine and 'qall!' or 'cquit!')
