# Becomes a program under a seccomp filter: under-filter.pl FILTER PROGRAM ARGUMENT…
# setpriv can do so from util-linux 2.41 on; an engine's image may be older, and has perl in any case.
use POSIX ();
open my $file, '<:raw', shift or die "$!";
my $filter = do { local $/; <$file> };
close $file;
# prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, struct sock_fprog *): 157 on x86-64, 167 on arm64.
my $prctl = (POSIX::uname())[4] eq 'aarch64' ? 167 : 157;
my $program = pack 'S x![P] P', length($filter) / 8, $filter;
syscall($prctl, 22, 2, $program, 0, 0) == 0 or die "seccomp: $!";
exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!";
