#define BOOST_TEST_MODULE twofold
#include <boost/test/unit_test.hpp>
