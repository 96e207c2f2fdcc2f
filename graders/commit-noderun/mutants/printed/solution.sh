echo 'HostName: node-run'
echo 'fastcampus Connected.'
echo 'fastcampus request arrived.'
echo node-run:2.0
