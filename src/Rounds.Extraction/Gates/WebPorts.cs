namespace Rounds.Extraction.Gates;

/// <summary>
/// Ports a web page may be served from. Below 1024 only the two of the web: everything else there speaks another protocol. Above,
/// all but those browsers refuse (Fetch Standard, "bad port") and those where an unguarded service commonly listens: a GET to a
/// database or an orchestrator is a command to it.
/// </summary>
internal static class WebPorts
{
    private static readonly HashSet<int> Services =
    [
        // Fetch Standard §2.9, "port blocking", those above 1023.
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
        1080, 1433, 1434, 1521, 1883, 2181, 2222, 2375, 2376, 2377, 2379, 2380, // proxies, SQL Server, Oracle, MQTT, ZooKeeper, Docker, etcd
        3128, 3306, 3389, 4369, 4444, 4899, 5432, 5555, 5601, 5672, 5900, 5901, 5984, 5985, 5986, // Squid, MySQL, RDP, PostgreSQL, adb, Kibana, AMQP, VNC, CouchDB, WinRM
        6379, 6380, 6443, 7001, 7199, 8086, 8125, 8300, 8500, 8600, 9042, 9092, 9100, 9160, 9200, 9300, 9418, // Redis, Kubernetes, WebLogic, Cassandra, InfluxDB, statsd, Consul, Kafka, printers, Elasticsearch, git
        10248, 10249, 10250, 10251, 10252, 10255, 10256, 11211, 15672, 27017, 27018, 27019, 28017, 50070, 61616, // kubelet, memcached, RabbitMQ, MongoDB, Hadoop, ActiveMQ
    ];

    public static bool Allows(int port) => port is 80 or 443 || (port >= 1024 && !Services.Contains(port));
}
