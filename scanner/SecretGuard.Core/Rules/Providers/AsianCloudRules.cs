using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Access keys of Alibaba Cloud, Tencent Cloud, Huawei Cloud and Baidu AI Cloud.</summary>
internal static class AsianCloudRules
{
    private static readonly Issuer Alibaba = new("Alibaba Cloud", "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair");
    private static readonly Issuer Tencent = new("Tencent Cloud", "https://www.tencentcloud.com/document/product/598/34228");
    private static readonly Issuer Huawei = new("Huawei Cloud", "https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html");
    private static readonly Issuer Baidu = new("Baidu AI Cloud", "https://cloud.baidu.com/doc/Reference/s/9jwvz2egb");

    public static Rule[] All =>
    [
        Alibaba.Advising("Disable and delete the AccessKey pair in the RAM console.")
            .Token("alibaba-access-key-id", "Alibaba Cloud AccessKey id", Severity.High, "LTAI[0-9A-Za-z]{20}", "LTAI[0-9A-Za-z]{12}"),
        Alibaba.Advising("Disable and delete the AccessKey pair in the RAM console.")
            .Near("alibaba-access-key-secret", "Alibaba Cloud AccessKey secret", Severity.Critical,
                ["aliyun", "alibaba", "alicloud", "accesskeysecret", "access_key_secret", "accesskey_secret", "oss_secret"], "[0-9A-Za-z]{30}"),
        Tencent.Advising("Disable and delete the API key in the Cloud Access Management console.")
            .Token("tencent-secret-id", "Tencent Cloud SecretId", Severity.High, "AKID[0-9A-Za-z]{32}"),
        Tencent.Advising("Disable and delete the API key in the Cloud Access Management console.")
            .Near("tencent-secret-key", "Tencent Cloud SecretKey", Severity.Critical, ["tencent", "qcloud", "cos_secret"], "[0-9A-Za-z]{32}"),
        Huawei.Advising("Delete the access key under 'My Credentials > Access Keys'.")
            .Near("huawei-secret-access-key", "Huawei Cloud secret access key", Severity.Critical,
                ["huawei", "hwcloud", "hw_secret_key"], "[0-9A-Za-z]{40}"),
        Baidu.Advising("Delete the key in the console of Baidu AI Cloud.")
            .Token("baidu-cloud-api-key", "Baidu AI Cloud API key", Severity.High, "bce-v3/ALTAK-[0-9A-Za-z]{21}/[0-9a-f]{40}"),
    ];
}
