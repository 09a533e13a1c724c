# Completion of strigil for fish: what "strigil complete" says.
function __strigil_answers
    set -l words (commandline -opc)
    strigil complete -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c strigil -a '(__strigil_answers)'
