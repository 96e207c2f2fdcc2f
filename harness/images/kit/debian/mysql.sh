#!/bin/sh
# mysql.sh BASE OWN: MariaDB under MySQL's names, as small as it starts.
set -eu
base=$1 own=$2
. ./carry.sh
sh debian-packages.sh mariadb-server-core mariadb-client-core
for folder in usr/bin usr/sbin usr/local/bin usr/share etc/mysql/conf.d docker-entrypoint-initdb.d var/lib/mysql var/lib/mysql-files run/mysqld; do mkdir -p "$own/$folder"; done
programs='usr/sbin/mariadbd usr/bin/mariadb usr/bin/mariadb-install-db usr/bin/my_print_defaults usr/bin/resolveip'
for program in $programs; do cp -L "packages/$program" "$own/$program"; done
# shellcheck disable=SC2046
for library in $(libraries $(find "$own/usr" -type f)); do carry "$library" "$own" "$base"; done
for pair in mysqld:../sbin/mariadbd mysql:mariadb; do ln -s "${pair#*:}" "$own/usr/bin/${pair%%:*}"; done
mkdir -p "$own/usr/share/mariadb"
for part in charsets english fill_help_tables.sql maria_add_gis_sp_bootstrap.sql mariadb_performance_tables.sql \
  mariadb_sys_schema.sql mariadb_system_tables.sql mariadb_system_tables_data.sql mariadb_test_db.sql; do
  cp -r "packages/usr/share/mariadb/$part" "$own/usr/share/mariadb/"
done
cp mysql.cnf "$own/etc/mysql/my.cnf"
ln -s mysql/my.cnf "$own/etc/my.cnf"
install -m755 mysql-entrypoint.sh "$own/usr/local/bin/docker-entrypoint.sh"
ln -s usr/local/bin/docker-entrypoint.sh "$own/entrypoint.sh"
printf 'PRETTY_NAME="Debian GNU/Linux 10 (buster)"\nNAME="Debian GNU/Linux"\nVERSION_ID="10"\nID=debian\n' >"$own/etc/os-release"
for file in passwd group shadow; do cp -p "$base/etc/$file" "$own/etc/"; done
echo 'mysql:x:999:999::/var/lib/mysql:/bin/sh' >>"$own/etc/passwd"
echo 'mysql:x:999:' >>"$own/etc/group"
echo 'mysql:!:19000:0:99999:7:::' >>"$own/etc/shadow"
chown -R 999:999 "$own/var/lib/mysql" "$own/var/lib/mysql-files" "$own/run/mysqld"
chmod 1777 "$own/var/lib/mysql" "$own/run/mysqld"
