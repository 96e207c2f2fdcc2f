# Tells of every process on a terminal, one line each: id, group, the terminal's foreground group, state, clock ticks of
# CPU (with those of its children that ended), where in the kernel it waits, whether its input is a terminal, how many
# sockets it holds, and its words.
sub contents {
  open my $file, '<', shift or return '';
  local $/;
  return <$file> // '';
}
for my $folder (glob '/proc/[0-9]*') {
  my $stat = contents("$folder/stat");
  my ($id) = $stat =~ /^(\d+)/ or next;
  # The name before the last parenthesis may hold anything (proc(5)).
  my ($state, $group, $terminal, $front, @times) =
    (split ' ', substr $stat, rindex($stat, ')') + 2)[0, 2, 4, 5, 11 .. 14];
  next unless $terminal;
  my $ticks = 0;
  $ticks += $_ for @times;
  my ($waits, $words) = map { contents("$folder/$_") } 'wchan', 'cmdline';
  my $input = (readlink("$folder/fd/0") // '') =~ m{^/dev/(?:pts/|tty|console)} ? 1 : 0;
  my $sockets = grep { (readlink // '') =~ /^socket:/ } glob "$folder/fd/*";
  $words =~ tr/ -~/ /c;
  printf "%d %d %d %s %d %s %d %d %s\n", $id, $group, $front, $state, $ticks, $waits || '-', $input, $sockets,
    substr $words, 0, 300;
}
