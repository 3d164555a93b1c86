namespace SecretGuard.Detection.CommandLines;

/// <summary>
/// Commands that take secrets as arguments, from their manual pages. Long options that say secret themselves (<c>--password word</c>)
/// need no row: <see cref="SecretOptionMatcher"/> finds them after any command.
/// </summary>
internal static class Commands
{
    private static readonly (string Names, string Places)[] Rows =
    [
        // Transfer
        ("curl", "-u~colon -u*~colon --user~colon -U~colon --proxy-user~colon --pass --proxy-pass --tlspassword --oauth2-bearer -su~colon -sSu~colon -fsSLu~colon -sku~colon -ku~colon"),
        ("wget", "--http-password --ftp-password --proxy-password --password"),
        ("http|https", "-a~colon --auth~colon"),
        ("lftp", "-u~comma -u*~comma"),
        ("ncftp|ncftpget|ncftpput", "-p"),
        ("smbclient|winexe|rpcclient|smbget|smbmap|smbcacls", "-U~percent -U*~percent --user~percent -p"),
        ("sshpass", "-p -p*"),
        ("plink|pscp|psftp", "-pw"),
        ("winscp|winscp.com", "windows /password -password"),
        ("rclone config create", "#any~pair"),
        ("rclone obscure", "#1"),

        // Databases
        ("mysql|mysqldump|mysqladmin|mysqlimport|mysqlcheck|mysqlshow|mysqlpump|mysqlsh|mysqlslap|mycli|mariadb|mariadb-dump|mariadb-admin|mariadb-import|mariadb-check", "-p* --password"),
        ("mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|mongostat|mongotop|mongofiles", "-p -p* --password"),
        ("redis-cli|keydb-cli|valkey-cli", "-a --pass"),
        ("redis-server|keydb-server|valkey-server", "--requirepass --masterauth"),
        ("sqlcmd|bcp|osql|isql", "-P -P*"),
        ("sqlplus|expdp|impdp|rman|sqlldr|sqlcl", "#1~slash -s~slash -S~slash -L~slash userid~slash"),
        ("rman target|rman catalog", "#1~slash"),
        ("cqlsh|nodetool", "-p -pw --password"),
        ("clickhouse-client|clickhouse-local|influx|influxd", "--password -password --token -t"),
        ("cypher-shell", "-p --password"),
        ("ldapsearch|ldapmodify|ldapadd|ldapdelete|ldapwhoami|ldapcompare", "-w -w*"),
        ("ldappasswd", "-w -w* -a -s"),
        ("couchbase-cli|cbbackup|cbq", "-p --password --cluster-password --server-add-password"),
        ("arangosh|arangodump|arangoimport", "--server.password"),
        ("db2 connect", "using"),
        ("snowsql", "-P --password"),

        // Containers and clouds
        ("docker login|podman login|nerdctl login|buildah login|skopeo login|crane auth login|oras login|helm registry login|singularity remote login|regctl registry login", "-p -p* --password"),
        ("helm repo add", "--password"),
        ("helm install|helm upgrade|helm template", "--set~pair --set-string~pair"),
        ("docker run|docker exec|docker create|podman run|nerdctl run", "-e~pair --env~pair"),
        ("docker build|docker buildx build|podman build|buildah bud", "--build-arg~pair"),
        ("az", "-p --password --account-key --sas-token --admin-password --client-secret --administrator-login-password --connection-string-key"),
        ("az keyvault secret set", "--value"),
        ("az webapp config appsettings set|az functionapp config appsettings set", "--settings~pair #any~pair"),
        ("aws configure set", "#named"),
        ("aws secretsmanager create-secret|aws secretsmanager put-secret-value|aws secretsmanager update-secret", "--secret-string"),
        ("aws ssm put-parameter", "--value !SecureString"),
        ("aws", "--master-user-password --user-password --temporary-password"),
        ("gcloud sql users create|gcloud sql users set-password", "--password"),
        ("kubectl create secret|oc create secret", "--from-literal~pair --docker-password"),
        ("kubectl config set-credentials|oc config set-credentials", "--token --password"),
        ("oc login", "-p --password --token"),
        ("vault login", "#1 token=*"),
        ("vault write|vault kv put|vault kv patch|bao kv put|bao write", "#any~pair"),
        ("consul kv put", "#named"),
        ("heroku config:set|flyctl secrets set|fly secrets set|railway variables set|cf set-env", "#any~pair #named"),
        ("doppler secrets set", "#any~pair"),
        ("gh secret set", "-b --body"),
        ("terraform plan|terraform apply|terraform destroy|terraform import|tofu plan|tofu apply", "-var~pair --var~pair"),
        ("packer build", "-var~pair --var~pair"),
        ("ansible|ansible-playbook", "-e~pair --extra-vars~pair"),
        ("cf login", "-p"),
        ("ibmcloud login", "--apikey -p"),

        // Packages and publishing
        ("dotnet nuget push", "-k --api-key -sk"),
        ("dotnet nuget add source|dotnet nuget update source", "-p --password"),
        ("dotnet user-secrets set", "#named"),
        ("nuget push|nuget.exe push|NuGet push", "#2 -ApiKey"),
        ("nuget setapikey|nuget setApiKey|nuget.exe setapikey|nuget delete", "#1"),
        ("nuget sources|nuget.exe sources", "-Password"),
        ("npm config set|yarn config set|pnpm config set|pip config set|poetry config|composer config|bundle config", "#named #any~pair"),
        ("twine upload", "-p --password"),
        ("cargo login", "#1"),
        ("poetry publish", "-p --password"),
        ("netlify|ntl", "--auth"),
        ("sentry-cli", "--auth-token"),
        ("ngrok authtoken|ngrok config add-authtoken", "#1"),
        ("tailscale up|tailscale login", "--authkey --auth-key"),
        ("dotnet sonarscanner|sonar-scanner|SonarScanner.MSBuild.exe|mvn|gradle|gradlew", "-Dsonar.login=* -Dsonar.token=* -Dsonar.password=* /d:sonar.login=* /d:sonar.token=* /d:sonar.password=*"),
        ("gitlab-runner register", "-r --registration-token --token"),
        ("java|mvn|gradle|gradlew|catalina.sh", "-Djavax.net.ssl.keyStorePassword=* -Djavax.net.ssl.trustStorePassword=* -Pgpg.passphrase=* -Dgpg.passphrase=*"),

        // Keys and certificates
        ("ssh-keygen", "-N -P"),
        ("openssl", "pass:*"),
        ("openssl enc", "-k"),
        ("keytool|jarsigner|apksigner|keytool.exe", "-storepass -keypass -srcstorepass -deststorepass -srckeypass -destkeypass -new"),
        ("apksigner sign", "pass:*"),
        ("gpg|gpg2", "--passphrase"),
        ("signtool|signtool.exe|SignTool.exe", "windows /p"),
        ("certutil|certutil.exe", "windows -p -password"),
        ("pvk2pfx", "windows /pi /po -pi -po"),
        ("osslsigncode", "-pass"),
        ("security unlock-keychain|security create-keychain|security set-keychain-settings", "-p"),
        ("security import", "-P"),
        ("xcrun altool|xcrun notarytool", "--password -p"),
        ("fastlane match", "--password"),
        ("zip|unzip", "-P"),
        ("7z|7za|7zr|7zz|rar|unrar", "-p* -hp*"),
        ("qpdf|pdftk", "--password user_pw owner_pw input_pw"),
        ("cryptsetup", "--passphrase"),
        ("ansible-vault encrypt_string", "--vault-password"),

        // Accounts and machines
        ("htpasswd|htpasswd2", "#last !b"),
        ("etcdctl", "--user~colon"),
        ("dsconf|dsidm", "-w"),
        ("mkpasswd", "#last"),
        ("ktpass|ktpass.exe", "windows /pass -pass"),
        ("nssm set|nssm.exe set", "windows #4 !ObjectName"),
        ("useradd|usermod|adduser", "-p --password"),
        ("dscl . -passwd", "#last"),
        ("net user", "windows #2"),
        ("net use", "windows #last"),
        ("cmdkey", "windows /pass:*"),
        ("schtasks", "windows /rp /p"),
        ("psexec|psexec64|PsExec.exe|psexec.exe|PsExec", "windows -p"),
        ("wmic", "windows /password:*"),
        ("sc config|sc create|sc.exe config|sc.exe create", "windows password= /password="),
        ("setx", "windows #named"),
        ("appcmd|appcmd.exe", "windows /processModel.password:*"),
        ("xfreerdp|wfreerdp|mstsc|rdesktop", "/p:* -p"),
        ("ipmitool", "-P"),
        ("racadm", "-p"),
        ("snmpwalk|snmpget|snmpset|snmpbulkwalk", "-c -A -X"),
        ("mosquitto_pub|mosquitto_sub|mosquitto_rr", "-P --pw"),
        ("mosquitto_passwd", "#last !b"),
        ("rabbitmqctl add_user|rabbitmqctl change_password|rabbitmqctl authenticate_user", "#2"),
        ("wpa_passphrase", "#2"),
        ("nmcli device wifi connect|nmcli dev wifi connect", "password"),
        ("wp user create|wp user update", "--user_pass"),
        ("wp config create|wp core config", "--dbpass"),
        ("wp core install", "--admin_password"),
        ("drush site:install|drush si", "--account-pass"),
        ("asadmin", "--password"),
        ("vncpasswd|x11vnc", "-passwd"),
        ("ConvertTo-SecureString", "#1 -String !AsPlainText"),
        ("New-LocalUser|Set-LocalUser|Add-Computer|Invoke-Sqlcmd|Restore-SqlDatabase", "-Password"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandShape> All { get; } = Shapes();

    private static List<CommandShape> Shapes()
    {
        List<CommandShape> shapes = [];
        foreach ((string names, string places) in Rows)
        {
            var row = new CommandRow(places);
            foreach (string name in names.Split('|'))
            {
                shapes.Add(new CommandShape(name, row));
            }
        }

        return shapes;
    }
}
