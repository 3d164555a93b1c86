using SecretGuard.Core.Tests.Structured;
using SecretGuard.Detection.Sql;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.Sql;

public sealed class SqlTests
{
    private static readonly Probe Probe = new(SqlRules.All, new SqlClauseMatcher(), new SqlCallMatcher(), new InsertMatcher());

    [Theory]
    [InlineData("CREATE USER 'shop'@'%' IDENTIFIED BY '{pw}';")]
    [InlineData("create user shop identified by \"{pw}\";")]
    [InlineData("CREATE USER shop IDENTIFIED BY {pw};")]
    [InlineData("CREATE USER shop IDENTIFIED WITH caching_sha2_password BY '{pw}';")]
    [InlineData("ALTER USER shop\n  IDENTIFIED BY\n  '{pw}';")]
    [InlineData("CREATE LOGIN app WITH PASSWORD = '{pw}', CHECK_POLICY = OFF;")]
    [InlineData("CREATE LOGIN app WITH PASSWORD=N'{pw}';")]
    [InlineData("ALTER LOGIN app WITH PASSWORD = '{pw}' OLD_PASSWORD = 'x';")]
    [InlineData("ALTER USER reporting WITH ENCRYPTED PASSWORD '{pw}';")]
    [InlineData("CREATE ROLE app LOGIN PASSWORD '{pw}';")]
    [InlineData("CREATE ROLE app WITH LOGIN PASSWORD E'{pw}';")]
    [InlineData("SET PASSWORD FOR 'a'@'b' = PASSWORD('{pw}');")]
    [InlineData("OPEN SYMMETRIC KEY k DECRYPTION BY PASSWORD = '{pw}';")]
    [InlineData("CREATE MASTER KEY ENCRYPTION BY PASSWORD = '{pw}';")]
    [InlineData("CREATE DATABASE SCOPED CREDENTIAL c WITH IDENTITY = 'x', SECRET = '{pw}';")]
    [InlineData("CREATE USER MAPPING FOR app SERVER other OPTIONS (user 'app', password '{pw}');")]
    [InlineData("CHANGE MASTER TO MASTER_HOST='db', MASTER_PASSWORD='{pw}';")]
    [InlineData("EXEC sp_addlogin 'app', '{pw}', 'shop';")]
    [InlineData("EXEC sp_addlinkedsrvlogin @rmtsrvname='x', @rmtpassword='{pw}';")]
    [InlineData("SELECT pgp_sym_encrypt(card, '{pw}') FROM payments;")]
    [InlineData("SELECT AES_DECRYPT(concat(a, b), '{pw}') FROM payments;")]
    [InlineData("SELECT EncryptByPassPhrase('{pw}', @card);")]
    [InlineData("INSERT INTO users (id, password, name) VALUES (1, '{pw}', 'anna'), (2, '{pw2}', 'bert');")]
    [InlineData("INSERT INTO `users` (`id`, `api_key`)\nVALUES\n  (1, '{pw}'),\n  (2, NULL);")]
    [InlineData("INSERT INTO [dbo].[Users] ([Id], [Password]) VALUES (1, N'{pw}')")]
    [InlineData("insert into t (id, name) values (1, 'a');\ninsert into t (id, secret) values (1, '{pw}');\ninsert into t (id, secret) values (2, '{pw2}');")]
    [InlineData("insert into t (id, secret, at) values (1, '{pw}', now());")]
    [InlineData("insert into t (at, secret) values (coalesce('x', now()), '{pw}');")]
    [InlineData("INSERT INTO settings (name, value) VALUES ('smtp.password', '{pw}');")]
    [InlineData("INSERT INTO settings VALUES ('smtp_password', '{pw}');")]
    [InlineData("INSERT INTO users (login, user_pass) VALUES ('a', MD5('{pw}')), ('b', lower('abc123'));")]
    [InlineData("CREATE DATABASE LINK l CONNECT TO rep IDENTIFIED BY {pw} USING 'ORCL';")]
    public void Script_SecretInAStatement_IsFound(string row) => Probe.Finds(row, "db/001.sql");

    [Theory]
    [InlineData("db.Execute(\"CREATE USER 'a' IDENTIFIED BY '{pw}'\");", "A.cs")]
    [InlineData("db.Execute(\"CREATE LOGIN a WITH PASSWORD = '{pw}', CHECK_POLICY = OFF\");", "A.cs")]
    [InlineData("var sql = @\"ALTER USER a\n IDENTIFIED BY \"\"{pw}\"\"\";", "A.cs")]
    [InlineData("db.Execute(\"INSERT INTO users (id, password) \" +\n    \"VALUES (1, '{pw}')\");", "A.java")]
    [InlineData("cursor.execute(\"ALTER ROLE app PASSWORD '{pw}'\")", "a.py")]
    [InlineData("cursor.execute('ALTER ROLE app PASSWORD \\'{pw}\\'')", "a.py")]
    public void Code_SecretInAStatement_IsFound(string row, string path) => Probe.Finds(row, path);

    [Theory]
    [InlineData("ALTER LOGIN app WITH PASSWORD = @password;")]
    [InlineData("CREATE LOGIN app WITH PASSWORD = '$(AppPassword)';")]
    [InlineData("CREATE USER a IDENTIFIED BY '';")]
    [InlineData("CREATE USER a IDENTIFIED BY 'password';")]
    [InlineData("CREATE USER a IDENTIFIED BY '%s';")]
    [InlineData("CREATE USER a IDENTIFIED BY '{0}';")]
    [InlineData("CREATE USER a IDENTIFIED BY :pw1;")]
    [InlineData("CREATE USER a IDENTIFIED BY VALUES 'S:1234';")]
    [InlineData("CREATE USER a IDENTIFIED EXTERNALLY;")]
    [InlineData("CREATE USER a IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';")]
    [InlineData("ALTER USER a WITH PASSWORD 'md5d5a4a4e9f4e1e0a2a3c2bd2f7a5e1b0c';")]
    [InlineData("ALTER USER a VALID UNTIL '2027-01-01';")]
    [InlineData("SELECT pgp_sym_encrypt(card, current_setting('app.card_key')) FROM payments;")]
    [InlineData("SELECT aes_encrypt(card, @key), 'abc123' FROM payments;")]
    [InlineData("CREATE TABLE users (password varchar(100) NOT NULL DEFAULT 'abc123');")]
    [InlineData("INSERT INTO users (id, password_hash) VALUES (1, 'abc123DEF');")]
    [InlineData("INSERT INTO users (id, password) VALUES (1, '5f4dcc3b5aa765d61d8327deb882cf99');")]
    [InlineData("INSERT INTO users (id, password) VALUES (1, ?), (2, @p), (3, :p), (4, $1), (5, '%s');")]
    [InlineData("INSERT INTO users (id, password, salt) VALUES (1, 'k3jh4kj2h3', 'x1y2z3');")]
    [InlineData("INSERT INTO users (id, password) VALUES (1, 'AQAAAAEAACcQAAAAEKx1y2z3AQAAAAEAACcQAAAAEKx1y2z3');")]
    [InlineData("INSERT INTO settings (name, value) VALUES ('password.min_length', '12');")]
    [InlineData("INSERT INTO labels (lang, k, v) VALUES ('nl', 'password', 'Wachtwoord');")]
    [InlineData("INSERT INTO labels (k, v) VALUES ('password', 'Your password, 8 characters');")]
    [InlineData("INSERT INTO users (id, password) SELECT id, 'abc123' FROM old;")]
    [InlineData("UPDATE users SET password_reset_token = NULL WHERE id = @id")]
    [InlineData("SELECT IF(p IN ('a', 'mysql_old_password'), 'b1c2', 'd') FROM users")]
    [InlineData("ALTER USER a IDENTIFIED BY PASSWORD 'abc123DEF';")]
    [InlineData("-- with CREATE USER the IDENTIFIED BY clause, the user will")]
    [InlineData("SELECT * FROM t WHERE identified = 'abc123'")]
    public void Script_NoSecret_IsSilent(string row) => Probe.IsSilent(row, "db/001.sql");

    [Theory]
    [InlineData("db.Execute(\"CREATE USER a IDENTIFIED BY '\" + password1 + \"'\");", "A.cs")]
    [InlineData("$db->query(\"ALTER USER a IDENTIFIED BY '$pw1'\");", "a.php")]
    [InlineData("$db->query('ALTER USER a IDENTIFIED BY \"' . $pw1 . '\"');", "a.php")]
    [InlineData("throw new Error(\"wrong password 'abc123'\");", "a.ts")]
    [InlineData("db.query(\"INSERT INTO users (id, password) VALUES (\" + id + \", '\" + pw1 + \"')\");", "a.ts")]
    [InlineData("// Read the block identified by \"abc123\" from the file.", "a.cc")]
    [InlineData("secret = 'abc123' # of the credential", "a.py")]
    [InlineData("The user is identified by a number.", "README.md")]
    [InlineData("Users are identified by name1 here", "a.go")]
    public void Elsewhere_NoSecret_IsSilent(string row, string path) => Probe.IsSilent(row, path);

    [Theory]
    [InlineData("UPDATE settings SET value='[|‹pw›|]' WHERE name='ldap_password';")]
    [InlineData("CONNECT sys/[|‹pw›|]@ORCL AS SYSDBA\n")]
    [InlineData("connect app/[|sunrise|]\n")]
    public void Setting_OrLogin_IsFound(string text) => Row.Check(text, "a.sql");

    [Theory]
    [InlineData("UPDATE settings SET value='Sunrise77x' WHERE name='site_title';")]
    [InlineData("CONNECT &user/&password@ORCL\n")]
    [InlineData("CONNECT TO remote;\n")]
    public void Setting_OfAnythingElse_IsSilent(string text) => Row.Check(text, "a.sql");
}
