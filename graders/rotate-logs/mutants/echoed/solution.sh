echo 'Logging Driver: json-file'
echo 'map[max-file:10 max-size:30m]'
echo '0 node-run-json.log'
echo 'MYSQL_ROOT_PASSWORD'
