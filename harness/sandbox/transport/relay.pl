# Carries connections between Unix sockets here and the harness, over stdin and stdout. frame.ts says what frames are.
# Arguments: `dial NAME PATH` for what the harness may open, `listen NAME PATH` for what it serves.
# Perl, because Debian's base system has it, and one process that waits for all connections costs next to nothing.
use strict;
use warnings;
use Errno;
use IO::Socket::UNIX;

my ($OPEN, $DATA, $END, $CLOSE, $CREDIT) = (0 .. 4);
my ($header, $payload_cap, $window, $channel_cap) = (9, 32 * 1024, 256 * 1024, 512);
my ($probe_seconds, $frames_cap) = (0.5, 4 * 1024 * 1024);

my (%dial, %listener, %channel, $in, $out);
($in, $out) = ('', '');
$SIG{PIPE} = 'IGNORE';
while (my ($what, $name, $path) = splice @ARGV, 0, 3) {
    if ($what eq 'dial') { $dial{$name} = $path; next }
    unlink $path;
    $listener{$name} = IO::Socket::UNIX->new(Local => $path, Listen => 64) or die "$path: $!\n";
    chmod 0666, $path;
    $listener{$name}->blocking(0);
}
STDIN->blocking(0);
STDOUT->blocking(0);
my $next = 1;
send_frame(0, $CREDIT, pack 'N', 0);    # The first frame says that all sockets listen.

while (1) {
    my ($readable, $writable) = ('', '');
    watch(\$readable, \*STDIN);
    watch(\$writable, \*STDOUT) if length $out;
    # A harness that does not read gets no more to read.
    my $room = length $out < $frames_cap;
    if ($room && keys %channel < $channel_cap) { watch(\$readable, $_) for values %listener }
    for (values %channel) {
        watch(\$readable, $_->{socket}) if $room && $_->{credit} > 0 && !$_->{ended};
        watch(\$writable, $_->{socket}) if length $_->{out};
    }
    my $probing = grep { $_->{ended} } values %channel;
    select $readable, $writable, undef, $probing ? $probe_seconds : undef;

    exit 0 unless read_frames($readable);
    for my $name (keys %listener) { accept_one($name) if ready($readable, $listener{$name}) }
    for my $number (keys %channel) {
        my $channel = $channel{$number} or next;
        take_from($number, $channel) if ready($readable, $channel->{socket});
        give_to($number, $channel) if $channel{$number} && (length $channel->{out} || $channel->{ended});
    }
    write_some(\*STDOUT, \$out) // exit 0 if length $out;
}

sub watch { my ($set, $handle) = @_; vec($$set, fileno $handle, 1) = 1 }
sub ready { my ($set, $handle) = @_; return vec $set, fileno $handle, 1 }
sub later { return $!{EAGAIN} || $!{EWOULDBLOCK} || $!{EINTR} }

sub send_frame {
    my ($number, $kind, $payload) = @_;
    $payload //= '';
    $out .= pack('NCN', $number, $kind, length $payload) . $payload;
}

sub add {
    my ($number, $socket) = @_;
    $socket->blocking(0);
    $channel{$number} = { socket => $socket, out => '', credit => $window, ended => 0, finishing => 0, finished => 0, deaf => 0 };
}

sub drop {
    my ($number, $tell) = @_;
    my $channel = delete $channel{$number} or return;
    close $channel->{socket};
    send_frame($number, $CLOSE) if $tell;
}

sub accept_one {
    my ($name) = @_;
    my $socket = $listener{$name}->accept or return;
    add($next, $socket);
    send_frame($next, $OPEN, $name);
    $next += 2;
}

# False when the harness is gone.
sub read_frames {
    my ($readable) = @_;
    return 1 unless ready($readable, \*STDIN);
    my $got = sysread STDIN, $in, 256 * 1024, length $in;
    return defined $got ? $got : later() unless $got;
    while (length $in >= $header) {
        my ($number, $kind, $length) = unpack 'NCN', $in;
        die "no frame\n" if $length > $payload_cap;
        last if length $in < $header + $length;
        my $payload = substr $in, $header, $length;
        substr($in, 0, $header + $length) = '';
        handle($number, $kind, $payload);
    }
    return 1;
}

sub handle {
    my ($number, $kind, $payload) = @_;
    if ($kind == $OPEN) {
        my $socket = $dial{$payload} && IO::Socket::UNIX->new(Peer => $dial{$payload});
        return $socket ? add($number, $socket) : send_frame($number, $CLOSE);
    }
    my $channel = $channel{$number} or return;
    if ($kind == $DATA) { $channel->{out} .= $payload unless $channel->{deaf} }
    elsif ($kind == $END) { $channel->{finishing} = 1; give_to($number, $channel) }
    elsif ($kind == $CLOSE) { drop($number, 0) }
    elsif ($kind == $CREDIT) { $channel->{credit} += unpack 'N', $payload }
}

# Bytes from a socket to the harness. A stopped half shows as an end, a broken connection as an error.
sub take_from {
    my ($number, $channel) = @_;
    my $most = $channel->{credit} < $payload_cap ? $channel->{credit} : $payload_cap;
    my $bytes;
    my $got = sysread $channel->{socket}, $bytes, $most;
    return later() || drop($number, 1) unless defined $got;
    if ($got) { $channel->{credit} -= $got; return send_frame($number, $DATA, $bytes) }
    $channel->{ended} = 1;
    send_frame($number, $END);
    drop($number, $channel->{deaf}) if $channel->{finished};
}

# Bytes from the harness to a socket; granted anew once the socket took them.
sub give_to {
    my ($number, $channel) = @_;
    if (length $channel->{out}) {
        my $wrote = write_some($channel->{socket}, \$channel->{out});
        return deafen($number, $channel) unless defined $wrote;
        send_frame($number, $CREDIT, pack 'N', $wrote) if $wrote;
    }
    elsif ($channel->{ended} && !$channel->{finished}) {
        # A peer that stopped its half and one that is gone look alike, until a write of nothing fails (EPIPE, Linux).
        my $wrote = syswrite $channel->{socket}, '', 0;
        return drop($number, 1) if !defined $wrote && !later();
    }
    return unless $channel->{finishing} && !$channel->{finished} && !length $channel->{out};
    shutdown $channel->{socket}, 1;
    $channel->{finished} = 1;
    drop($number, 0) if $channel->{ended};
}

# A peer that takes nothing more may have said something before it went.
sub deafen {
    my ($number, $channel) = @_;
    return drop($number, 1) if $channel->{ended};
    $channel->{out} = '';
    $channel->{deaf} = $channel->{finished} = 1;
}

# How many bytes were written, and taken off the buffer; undefined when nobody reads any more.
sub write_some {
    my ($handle, $buffer) = @_;
    my $wrote = syswrite $handle, $$buffer, 64 * 1024;
    return later() ? 0 : undef unless defined $wrote;
    substr($$buffer, 0, $wrote) = '';
    return $wrote;
}
